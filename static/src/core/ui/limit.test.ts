import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf, lettersLeft, problem } from "./limit";

test("a text that fits has no problem, and one that does not says by how much", () => {
  assert.equal(problem("a".repeat(800), 800), "");
  assert.match(problem("a".repeat(801), 800), /one letter too long/);
  assert.match(problem("a".repeat(1000), 800), /200 letters too long/);
});

test("letters are counted as the server counts them: an emoji is one", () => {
  assert.equal(lengthOf("🏡🏡"), 2);
  assert.equal(problem("🏡".repeat(800), 800), "");
});

test("spaces around a text do not count, because they are not sent", () => {
  assert.equal(problem(`${"a".repeat(800)}   `, 800), "");
});

test("an empty text is a problem only where something is needed", () => {
  assert.equal(problem("  ", 800), "");
  assert.equal(problem("  ", 800, true), "Write something first.");
});

test("letters are counted down near the end", () => {
  assert.equal(lettersLeft("a", 800), null);
  assert.equal(lettersLeft("a", 60), null);
  assert.equal(lettersLeft("a".repeat(790), 800), 10);
});
