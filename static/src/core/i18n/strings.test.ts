import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { t, tn } from "./strings";

afterEach(() => {
  globalThis.MINIDORP_STRINGS = undefined;
  globalThis.MINIDORP_PLURAL = undefined;
});

test("a text without translation is shown as it is", () => {
  assert.equal(t("Join"), "Join");
});

test("a translated text has its values filled in", () => {
  globalThis.MINIDORP_STRINGS = { "Hello {name}": "Dag {name}" };
  assert.equal(t("Hello {name}", { name: "Amal" }), "Dag Amal");
});

test("a value is never filled in twice", () => {
  assert.equal(t("{a} and {b}", { a: "{b}", b: "x" }), "{b} and x");
});

test("a placeholder without a value stays visible", () => {
  assert.equal(t("Hello {name}", {}), "Hello {name}");
});

test("one and many", () => {
  globalThis.MINIDORP_STRINGS = { "one card": ["één kaartje", "{n} kaartjes"] };
  assert.equal(tn("one card", "{n} cards", 1), "één kaartje");
  assert.equal(tn("one card", "{n} cards", 0), "0 kaartjes");
  assert.equal(tn("{n} dot", "{n} dots", 2), "2 dots");
});

/** A plural rule as the build writes it into a language's strings. */
const rule = (expression: string) => new Function("n", `return Number(${expression});`) as (n: number) => number;

test("three forms, as in Polish", () => {
  globalThis.MINIDORP_STRINGS = { "one card": ["{n} kartka", "{n} kartki", "{n} kartek"] };
  globalThis.MINIDORP_PLURAL = rule("n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && ( n % 100 < 12 || n % 100 > 14 ) ? 1 : 2");
  const said = [0, 1, 2, 5, 12, 21, 22, 112].map((n) => tn("one card", "{n} cards", n));
  assert.deepEqual(said, ["0 kartek", "1 kartka", "2 kartki", "5 kartek", "12 kartek", "21 kartek", "22 kartki", "112 kartek"]);
});

test("six forms, as in Arabic", () => {
  globalThis.MINIDORP_STRINGS = { "one card": ["zero", "one", "two", "few", "many", "other"] };
  globalThis.MINIDORP_PLURAL = rule(
    "n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 && n % 100 <= 99 ? 4 : 5",
  );
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => tn("one card", "{n} cards", n));
  assert.deepEqual(said, ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few"]);
});

test("a text without translation keeps its English forms, whatever the rule", () => {
  globalThis.MINIDORP_PLURAL = () => 0;
  assert.equal(tn("one card", "{n} cards", 3), "3 cards");
});

test("a rule that gives true or false picks the first or the second form", () => {
  globalThis.MINIDORP_STRINGS = { "one card": ["één kaartje", "{n} kaartjes"] };
  globalThis.MINIDORP_PLURAL = rule("( n != 1 )");
  assert.deepEqual(
    [1, 4].map((n) => tn("one card", "{n} cards", n)),
    ["één kaartje", "4 kaartjes"],
  );
});
