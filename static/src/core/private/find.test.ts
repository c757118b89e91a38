import assert from "node:assert/strict";
import { test } from "node:test";
import examples from "../../../../tests/features/document/private_examples.json";
import { findPrivate, keyOf } from "./find";

for (const { text, found } of examples) {
  test(`finds what looks private and nothing else: ${text}`, () => {
    assert.deepEqual(
      findPrivate(text).map((one) => [one.kind, text.slice(one.start, one.end)]),
      found,
    );
  });
}

test("a first name of a member needs words that make it a child's", () => {
  assert.deepEqual(findPrivate("Daarna zong Anna voor ons.", new Set(["Anna"])), []);
  assert.equal(findPrivate("Mijn dochter Anna zong.", new Set(["Anna"])).length, 1);
});

test("the number of words is that of the server", () => {
  assert.equal(keyOf("phone", "06-12345678"), "d7d7845ca3609156");
});
