import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, placeAgain } from "./sentences";

const texts = (words: string, language = "nl") => cut(words, language).map(([start, end]) => words.slice(start, end));

test("words are cut into sentences, without the space between them", () => {
  assert.deepEqual(texts("Wij eten samen. Wie komt er? Iedereen!  "), ["Wij eten samen.", "Wie komt er?", "Iedereen!"]);
  assert.deepEqual(texts("مرحبا بكم. كيف حالكم؟", "ar"), ["مرحبا بكم.", "كيف حالكم؟"]);
});

test("signs without a word are not read", () => {
  assert.deepEqual(texts("– … –"), []);
  assert.deepEqual(texts("  "), []);
});

test("a place is found again when people wrote before it, and is kept when its words went", () => {
  const now = ["Nieuw.", "Een.", "Twee.", "Een."].map((text) => ({ section: "s", text }));
  assert.equal(placeAgain(now, { section: "s", text: "Een." }, 0), 1);
  assert.equal(placeAgain(now, { section: "s", text: "Een." }, 3), 3);
  assert.equal(placeAgain(now, { section: "s", text: "Weg." }, 2), 2);
  assert.equal(placeAgain(now, { section: "other", text: "Een." }, 9), 3);
});
