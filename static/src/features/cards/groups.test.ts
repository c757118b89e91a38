import assert from "node:assert/strict";
import { test } from "node:test";
import type { Card } from "../../generated/catalogue";
import { grouped } from "./groups";

const card = (id: string, text: string, column: string, theme: string | null = null): Card => ({
  id,
  rank: id,
  text,
  picture: null,
  board: "dis-2",
  column,
  author: null,
  nameless: false,
  hidden: false,
  key: null,
  lang: "nl",
  translation: "",
  theme,
  quote: false,
  quote_name: false,
  origins: [],
  due: null,
  rev: 0,
});
const CARDS = [
  card("a", "Samen éten", "one"),
  card("b", "Soep", "two"),
  card("c", "Eten en drinken", "one", "t1"),
  card("d", "Weg", "two", "gone"),
];
const PLACES = {
  themes: [
    { id: "t1", name: "Eten" },
    { id: "t2", name: "Leeg" },
  ],
  place: (one: Card) => ({ id: one.column, name: `Column ${one.column}` }),
};

test("cards in a theme stand under it, the others under their column; an empty theme is no group", () => {
  const found = grouped(CARDS, PLACES, "").map((group) => [group.id, group.name, group.all, group.cards.map((one) => one.id).join("")]);
  assert.deepEqual(found, [
    ["theme/t1", "Eten", 1, "c"],
    ["one", "Column one", 1, "a"],
    ["two", "Column two", 2, "bd"],
  ]);
});

test("searching keeps the groups with their counts, and finds without accents", () => {
  const found = grouped(CARDS, PLACES, "ETEN").map((group) => [group.id, group.all, group.cards.length]);
  assert.deepEqual(found, [
    ["theme/t1", 1, 1],
    ["one", 1, 1],
    ["two", 2, 0],
  ]);
});
