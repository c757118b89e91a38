import assert from "node:assert/strict";
import { test } from "node:test";
import { Selection } from "./selection";

const ORDER = ["a", "b", "c", "d", "e"];

test("a card is chosen once, and left out again", () => {
  const selection = new Selection();
  selection.toggle("a");
  selection.set("b", true);
  selection.set("b", true);
  assert.deepEqual(selection.ids.value, ["a", "b"]);
  selection.toggle("a");
  assert.deepEqual(selection.ids.value, ["b"]);
  assert.equal(selection.has("a"), false);
});

test("Shift chooses all from the last chosen card, forwards and backwards", () => {
  const selection = new Selection();
  selection.set("b", true);
  selection.extend("d", ORDER);
  assert.deepEqual(selection.ids.value, ["b", "c", "d"]);
  selection.extend("a", ORDER);
  assert.deepEqual(selection.ids.value, ["b", "c", "d", "a"]);
});

test("Shift without a card to begin from chooses that one card", () => {
  const selection = new Selection();
  selection.extend("c", ORDER);
  assert.deepEqual(selection.ids.value, ["c"]);
  selection.clear();
  selection.extend("e", ORDER);
  assert.deepEqual(selection.ids.value, ["e"]);
});
