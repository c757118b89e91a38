import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import type { PhaseInfo } from "../../core/store/phases";
import { Agenda } from "../../core/store/phases";
import type { Fact } from "../../generated/catalogue";
import { topSentences } from "./topSentences";

const STEPS = ["topic", "sentences", "dots"].map((id) => ({ id, phase: "making", drafts: id === "sentences" }));
const AGENDA = new Agenda([{ id: "making", steps: STEPS }] as unknown as PhaseInfo[]);

function card(id: string, text: string, hidden = false): Fact {
  return { type: "card.added", card: { id, board: "sentences", text, hidden, rank: id } } as unknown as Fact;
}

function counted(board: string, dots_totals: Record<string, number> | null): Fact {
  const fields = { hidden: false, round: 1, dots_open: dots_totals === null, dots_budget: 3, dots_totals };
  return { type: "board.changed", board: { id: board, ...fields } };
}

function offered(...facts: Fact[]): [string, number][] {
  const cards = [card("a", "Wij eten samen"), card("b", "Wij spelen"), card("c", ""), card("d", "Wij zingen", true)];
  return topSentences(foldAll(emptyState(), [...cards, ...facts], 9), AGENDA).map(({ card: { id }, dots }) => [id, dots]);
}

test("sentences come with most dots first, and without those that nobody can read or chose", () => {
  assert.deepEqual(offered(counted("dots", { a: 1, b: 4, c: 9, d: 9, gone: 9 })), [
    ["b", 4],
    ["a", 1],
  ]);
  assert.deepEqual(offered(counted("dots", { a: 0, b: 2 })), [["b", 2]]);
});

test("dots are offered when they are counted, and only those for the text", () => {
  assert.deepEqual(offered(counted("dots", null)), []);
  assert.deepEqual(offered(counted("topic", { a: 5 })), []);
  assert.deepEqual(offered(counted("dots", { a: 2 }), counted("sentences", { a: 1 })), [["a", 3]]);
});
