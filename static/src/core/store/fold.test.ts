import assert from "node:assert/strict";
import { test } from "node:test";
import type { Card, Fact } from "../../generated/catalogue";
import { emptyState, fold, foldAll, stateFrom } from "./fold";

function card(id: string, text = "hallo"): Card {
  return {
    id,
    text,
    picture: null,
    board: "dis-2",
    column: "story",
    rank: "a0",
    author: "member-1",
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
  };
}

const added = (id: string): Fact => ({ type: "card.added", card: card(id) });

test("put, patch and drop do one thing to one record", () => {
  const one = fold(emptyState(), added("card-0001"));
  assert.equal(one.collections.cards["card-0001"]?.text, "hallo");
  const moved = fold(one, { type: "card.moved", card: "card-0001", column: "more", rank: "b0" });
  assert.equal(moved.collections.cards["card-0001"]?.column, "more");
  assert.equal(moved.collections.cards["card-0001"]?.text, "hallo");
  const gone = fold(moved, { type: "card.withdrawn", card: "card-0001" });
  assert.deepEqual(gone.collections.cards, {});
});

test("a patch or drop of an unknown record is ignored", () => {
  const state = foldAll(emptyState(), [
    { type: "card.moved", card: "nobody-01", column: "more", rank: "b0" },
    { type: "card.withdrawn", card: "nobody-01" },
  ]);
  assert.deepEqual(state.collections.cards, {});
});

test("the old state is left as it was", () => {
  const before = fold(emptyState(), added("card-0001"));
  const text = JSON.stringify(before);
  foldAll(before, [added("card-0002"), { type: "card.grouped", card: "card-0001", theme: "theme-01" }], 7);
  assert.equal(JSON.stringify(before), text);
});

test("one batch folds to the same as fact by fact, and carries the number", () => {
  const facts: Fact[] = [
    added("card-0001"),
    added("card-0002"),
    { type: "card.quotable", card: "card-0002", quote: true, quote_name: false },
  ];
  const batch = foldAll(emptyState(), facts, 12);
  const single = facts.reduce(fold, emptyState());
  assert.deepEqual(batch.collections, single.collections);
  assert.equal(batch.seq, 12);
});

test("a fact of a newer server is passed over", () => {
  const state = foldAll(emptyState(), [{ type: "moon.rose" } as unknown as Fact], 3);
  assert.deepEqual(state.collections, emptyState().collections);
  assert.equal(state.seq, 3);
});

test("what only I may see is laid over what everybody sees", () => {
  const state = stateFrom({ seq: 4, collections: { cards: { a: card("a", ""), b: card("b") } } }, { cards: [card("a", "van mij")] });
  assert.equal(state.collections.cards["a"]?.text, "van mij");
  assert.equal(state.collections.cards["b"]?.text, "hallo");
});

test("a snapshot may leave out empty collections", () => {
  const state = stateFrom({ seq: 4, collections: {} });
  assert.deepEqual(state.collections.cards, {});
});
