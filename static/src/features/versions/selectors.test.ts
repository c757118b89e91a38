import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import type { Version } from "../../generated/catalogue";
import { titleOf, versionsOf } from "./selectors";

const bare: Version = {
  id: "v",
  label: "",
  date: "2027-04-13",
  adopted: null,
  name: "",
  occasion: "named",
  number: 0,
  meeting: null,
  origin: null,
};

function stateWith(...versions: Partial<Version>[]) {
  return foldAll(
    emptyState(),
    versions.map((one) => ({ type: "version.frozen", version: { ...bare, ...one } })),
  );
}

test("versions stand in the order in which they were frozen; those of an earlier release first", () => {
  const state = stateWith(
    { id: "third", number: 4 },
    { id: "second", label: "1.0", date: "2027-04-13" },
    { id: "first", label: "0.9", date: "2027-04-13" },
    { id: "last", number: 5 },
  );
  assert.deepEqual(
    versionsOf(state).map((one) => one.id),
    ["first", "second", "third", "last"],
  );
});

test("a version is called by its name, its number, or why it was frozen", () => {
  const state = stateWith(
    { id: "a", name: "Before summer", label: "0.1" },
    { id: "b", label: "0.2", occasion: "round" },
    { id: "c", occasion: "meeting_closed" },
    { id: "d", occasion: "restored", origin: "a" },
    { id: "e", occasion: "restored", origin: "gone" },
  );
  const titles = Object.values(state.collections.versions).map((one) => titleOf(state, one));
  assert.deepEqual(titles, ["Before summer", "Version 0.2", "When the meeting ended", "Back to: Before summer", "Back to an earlier text"]);
});
