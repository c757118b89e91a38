import assert from "node:assert/strict";
import { test } from "node:test";
import { effect, signal } from "@preact/signals";
import type { Card, Member } from "../../generated/catalogue";
import type { State } from "./fold";
import { emptyState, foldAll } from "./fold";
import { followed } from "./followed";

test("whoever follows the members hears nothing of a new card", () => {
  const state = signal<State>(emptyState());
  const view = followed(state);
  const heard = { cards: 0, members: 0 };
  effect(() => {
    void view.collections.cards;
    heard.cards += 1;
  });
  effect(() => {
    void view.collections.members;
    heard.members += 1;
  });
  const card = { id: "c", board: "dis-2", column: "story" } as Card;
  state.value = foldAll(state.value, [{ type: "card.added", card }], 1);
  assert.deepEqual(heard, { cards: 2, members: 1 });
  state.value = foldAll(state.value, [{ type: "member.joined", member: { id: "m" } as Member }], 2);
  assert.deepEqual(heard, { cards: 2, members: 2 });
  assert.equal(view.collections.cards["c"], card);
  assert.equal(view.seq, 2);
});
