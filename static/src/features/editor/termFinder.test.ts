import assert from "node:assert/strict";
import { test } from "node:test";
import { TermFinder } from "./termFinder";

const finder = new TermFinder([
  { id: "a", forms: ["interventie", "interventies"] },
  { id: "b", forms: ["integraal werken", "werkt integraal"] },
  { id: "c", forms: ["werken"] },
  { id: "d", forms: ["ouder- en kindteam"] },
]);
const words = (text: string) => finder.find(text).map(({ id, start, end }) => [id, text.slice(start, end)]);

test("a word is found in its forms, whatever its capitals", () => {
  assert.deepEqual(words("Interventies. Een interventie!"), [
    ["a", "Interventies"],
    ["a", "interventie"],
  ]);
});

test("a part of a longer word is another word", () => {
  assert.deepEqual(words("interventieplan, vroeg-interventie, interventie’s"), []);
});

test("of several forms the longest is taken, and no word is in two", () => {
  assert.deepEqual(words("Wij willen integraal  werken, en werken."), [
    ["b", "integraal  werken"],
    ["c", "werken"],
  ]);
});

test("words with a sign between them do not stand together", () => {
  assert.deepEqual(words("integraal, werken"), [["c", "werken"]]);
  assert.deepEqual(words("Het ouder- en kindteam komt."), [["d", "ouder- en kindteam"]]);
});

test("nothing is found where nothing is searched", () => {
  assert.deepEqual(new TermFinder([]).find("interventie"), []);
  assert.deepEqual(new TermFinder([{ id: "x", forms: ["…"] }]).find("… …"), []);
});

test("what is found is in the text, in order and apart", () => {
  const parts = ["interventie", "werken", "integraal", "werkt", " ", "  ", ",", "-", "\n", "ouder- en kindteam", "x"];
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  for (let turn = 0; turn < 500; turn += 1) {
    const text = Array.from({ length: next() % 12 }, () => parts[next() % parts.length]).join("");
    let end = 0;
    for (const one of finder.find(text)) {
      assert.ok(one.start >= end && one.end > one.start && one.end <= text.length);
      end = one.end;
    }
  }
});
