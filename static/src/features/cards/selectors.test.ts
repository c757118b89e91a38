import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import type { Card, Fact } from "../../generated/catalogue";
import { cardsOn } from "./selectors";

const card = (id: string, rank: string, more: Partial<Card> = {}): Fact => ({
  type: "card.added",
  card: {
    id,
    rank,
    text: id,
    picture: null,
    board: "dis-2",
    column: "story",
    author: "yara",
    nameless: false,
    hidden: false,
    key: null,
    lang: "nl",
    translation: "",
    theme: null,
    quote: false,
    quote_name: false,
    origins: [],
    due: null,
    rev: 0,
    ...more,
  },
});
const order = (facts: Fact[]) => cardsOn(foldAll(emptyState(), facts), ["dis-2"], [], "yara").map((one) => one.id);

test("cards lie in the order of their ranks, byte by byte", () => {
  assert.deepEqual(order([card("a", "b0"), card("b", "Zz"), card("c", "a0V"), card("d", "a0")]), ["b", "d", "c", "a"]);
});

test("a card on its way is shown last, and once when it has arrived", () => {
  const pending = [{ type: "card.add", payload: { card: "mine", board: "dis-2", column: "story", text: "hallo" } }];
  const before = cardsOn(foldAll(emptyState(), [card("a", "a0")]), ["dis-2"], pending, "yara");
  assert.deepEqual(
    before.map((one) => [one.id, one.pending ?? false]),
    [
      ["a", false],
      ["mine", true],
    ],
  );
  const after = cardsOn(foldAll(emptyState(), [card("a", "a0"), card("mine", "a1")]), ["dis-2"], pending, "yara");
  assert.deepEqual(
    after.map((one) => [one.id, one.pending ?? false]),
    [
      ["a", false],
      ["mine", false],
    ],
  );
});
