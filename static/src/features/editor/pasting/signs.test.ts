import assert from "node:assert/strict";
import { test } from "node:test";
import { visible } from "./signs";

test("signs that nobody sees are gone", () => {
  assert.equal(visible("\ufeffbui\u00adten\u200b spe\u2060len\u0007"), "buiten spelen");
  assert.equal(visible("\u202eabc\u202c \u2067x\u2069 \u200f!"), "abc x !");
});

test("every space is a space and every line end is one", () => {
  assert.equal(visible("5\u00a0km\u2003ver\u202f!"), "5 km ver !");
  assert.equal(visible("a\r\nb\u2028c\rd"), "a\nb\nc\nd");
});

test("joiners stay where emoji and scripts need them", () => {
  for (const text of ["👩🏽‍👧‍👦", "🏳️‍🌈", "👩‍⚕️", "🤷🏽‍♀️", "می‌خواهم", "क्‍ष", "ශ්‍රී"]) assert.equal(visible(text), text);
});

test("joiners between Latin letters and at the ends are gone", () => {
  assert.equal(visible("bui\u200cten\u200d \u200dspelen"), "buiten spelen");
});

test("a sign of direction stays beside letters that run from right to left, not inside a word", () => {
  assert.equal(visible("مرحبا\u200f! bui\u200eten سل\u200fام"), "مرحبا\u200f! buiten سلام");
});

test("flags of countries and regions stay", () => {
  for (const text of ["🇳🇱", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", "1️⃣"]) assert.equal(visible(text), text);
});
