import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { t, tn } from "./strings";

afterEach(() => {
  globalThis.MINIDORP_STRINGS = undefined;
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
