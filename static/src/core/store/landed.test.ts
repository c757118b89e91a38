import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "../../generated/catalogue";
import { emptyState, foldAll } from "./fold";
import { headings, landed, notHeard, placesOfTheme } from "./landed";
import type { PhaseInfo } from "./phases";
import { Agenda } from "./phases";

const STEPS = ["stories", "sentences"].map((id) => ({ id, phase: "making", tips: id === "sentences" }));
const AGENDA = new Agenda([{ id: "making", steps: STEPS }] as unknown as PhaseInfo[]);

function fact(type: string, fields: object): Fact {
  return { type, ...fields } as unknown as Fact;
}

function card(id: string, board: string, theme: string | null = null, hidden = false): Fact {
  return fact("card.added", { card: { id, board, theme, hidden, text: `Words of ${id}`, rank: id } });
}

const theme = (id: string) => fact("theme.added", { theme: { id, name: id, rank: id } });
const section = (id: string, removed = false) => fact("section.added", { section: { id, heading: id, rank: id, removed } });
const source = (id: string, of: string, where: string) =>
  fact("source.added", { source: { id, card: of, section: where, paragraph: "one" } });
const said = [card("a", "stories", "meals"), card("b", "stories", "songs"), card("c", "sentences"), card("d", "sentences")];
const state = (...facts: Fact[]) => foldAll(emptyState(), [...said, theme("meals"), theme("songs"), ...facts], 9);

function silent(...facts: Fact[]): { themes: string[]; statements: string[] } {
  const found = notHeard(state(...facts), AGENDA);
  return { themes: found.themes.map(({ id }) => id), statements: found.statements.map(({ id }) => id) };
}

test("a theme is heard when one of its cards has a place, a sentence when it has one itself", () => {
  assert.deepEqual(silent(), { themes: ["meals", "songs"], statements: ["c", "d"] });
  assert.deepEqual(silent(section("dream"), source("1", "a", "dream"), source("2", "d", "dream")), {
    themes: ["songs"],
    statements: ["c"],
  });
});

test("what stands in a part that was put aside is not heard", () => {
  assert.deepEqual(silent(section("dream", true), source("1", "a", "dream")), silent());
});

test("nobody waits for an empty theme or for a card that lies face down", () => {
  assert.deepEqual(silent(theme("empty"), card("e", "sentences", null, true)), silent());
});

test("a card and a theme tell where they landed, in the order of the vision", () => {
  const now = state(section("b"), section("a"), source("1", "a", "b"), source("2", "a", "a"), source("3", "a", "a"));
  assert.equal(headings(landed(now).get("a") ?? []), "“a”, “b”");
  assert.equal(headings(placesOfTheme(now, "meals")), "“a”, “b”");
  assert.deepEqual(placesOfTheme(now, "songs"), []);
});
