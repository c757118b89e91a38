import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import type { PhaseInfo, StepInfo } from "../../core/store/phases";
import { Agenda } from "../../core/store/phases";
import type { Card } from "../../generated/catalogue";
import { cardsAt, dotsOf, offeredCards, topCards } from "./selectors";

const step = (fields: Partial<StepInfo>) => ({ phase: "see", tool: "board", shows: [], takes: [], ...fields }) as StepInfo;
const turn = step({ id: "turn" });
const choose = step({ id: "choose", tool: "dots", takes: [{ step: "turn", column: "more" }] });
const agenda = new Agenda([{ id: "see", steps: [turn, choose] } as PhaseInfo]);

function boardOf(totals: Record<string, number> | null) {
  const card = (id: string, board: string, column: string, rank: string, hidden = false) =>
    ({ type: "card.added", card: { id, board, column, rank, hidden, text: id } as Card }) as const;
  return foldAll(emptyState(), [
    card("missing", "turn", "missing", "a0"),
    card("more", "turn", "more", "a1"),
    card("closed", "turn", "more", "a2", true),
    card("own", "choose", "topic", "a3"),
    {
      type: "board.changed",
      board: { id: "choose", hidden: false, round: 1, dots_open: false, dots_budget: 2, dots_totals: totals },
    },
  ]);
}
const ids = (cards: readonly { id: string }[]) => cards.map((card) => card.id);

test("the cards with most dots come first, without those that have none, are gone or are hidden", () => {
  const state = boardOf({ missing: 0, more: 1, own: 3, closed: 5, gone: 9 });
  assert.deepEqual(ids(topCards(state, "choose", 5)), ["own", "more"]);
  assert.deepEqual(ids(topCards(state, "choose", 1)), ["own"]);
  assert.deepEqual(topCards(boardOf(null), "choose", 5), []);
});

test("a step takes over the cards of one earlier column beside its own", () => {
  assert.deepEqual(ids(cardsAt(boardOf(null), choose, [], "yara")), ["more", "closed", "own"]);
});

test("what was dotted is offered by its dots, or whole before they are counted; other boards as they are", () => {
  assert.deepEqual(ids(offeredCards(boardOf({ own: 2 }), agenda, ["choose"], "yara")), ["own"]);
  assert.deepEqual(ids(offeredCards(boardOf(null), agenda, ["choose"], "yara")), ["more", "own"]);
  assert.deepEqual(ids(offeredCards(boardOf(null), agenda, ["topic", "turn"], "yara")), ["missing", "more"]);
});

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
