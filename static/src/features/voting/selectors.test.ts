import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import { dotsOf } from "./selectors";

test("own dots count in the last round only, with those on their way", () => {
  const state = foldAll(emptyState(), [
    { type: "board.changed", board: { id: "des-4", hidden: false, round: 2, dots_open: true, dots_budget: 3, dots_totals: null } },
    { type: "dot.placed", dot: { id: "old", board: "des-4", round: 1, member: "yara", card: "a", typed_by: null } },
    { type: "dot.placed", dot: { id: "now", board: "des-4", round: 2, member: "yara", card: "a", typed_by: null } },
  ]);
  const place = { type: "dot.place", payload: { dot: "new", board: "des-4", card: "b" } };
  const take = { type: "dot.take", payload: { dot: "now" } };
  assert.deepEqual(
    dotsOf(state, "des-4", [place], "yara").map((dot) => dot.id),
    ["now", "new"],
  );
  assert.deepEqual(
    dotsOf(state, "des-4", [place, take], "yara").map((dot) => dot.id),
    ["new"],
  );
});

test("dots that I gave for somebody without a phone are not mine, and are there after a reload", () => {
  const state = foldAll(emptyState(), [
    { type: "board.changed", board: { id: "des-4", hidden: false, round: 1, dots_open: true, dots_budget: 3, dots_totals: null } },
    { type: "dot.placed", dot: { id: "hers", board: "des-4", round: 1, member: "joke", card: "a", typed_by: "yara" } },
    { type: "dot.placed", dot: { id: "mine", board: "des-4", round: 1, member: "yara", card: "a", typed_by: null } },
  ]);
  const pending = [{ type: "dot.place", payload: { dot: "new", board: "des-4", card: "b", as_member: "joke" } }];
  assert.deepEqual(
    dotsOf(state, "des-4", pending, "yara").map((dot) => dot.id),
    ["mine"],
  );
  assert.deepEqual(
    dotsOf(state, "des-4", pending, "yara", "joke").map((dot) => [dot.id, dot.typed_by]),
    [
      ["hers", "yara"],
      ["new", "yara"],
    ],
  );
});
