import assert from "node:assert/strict";
import { test } from "node:test";
import { searcher } from "./search";

test("capitals and accents make no difference", () => {
  assert.equal(searcher("cafe EEN")("Eén kop koffie in het café"), true);
  assert.equal(searcher("één")("een"), true);
});

test("every word has to be there, in any order", () => {
  assert.equal(searcher("soep buur")("De buurvrouw kookt soep"), true);
  assert.equal(searcher("soep brood")("De buurvrouw kookt soep"), false);
});

test("without words everything is found", () => {
  assert.equal(searcher("  ")("iets"), true);
});

test("signs that nobody sees make no difference", () => {
  assert.equal(searcher("buiten")("Wij spelen bui\u00adten\u200b."), true);
  assert.equal(searcher("bui\u200bten")("buiten"), true);
});
