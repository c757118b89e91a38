/** What of the group's voices has a place in the vision, and what has not. Pure functions; nothing here changes anything. */
import type { Card, Section, Theme } from "../../generated/catalogue";
import type { State } from "./fold";
import { byRank } from "./order";
import type { Agenda } from "./phases";

const found = new WeakMap<object, WeakMap<object, ReadonlyMap<string, readonly Section[]>>>();
const NOWHERE: readonly Section[] = [];

/** Card id -> the sections with a paragraph that it stands behind, in the order of the vision. */
export function landed(state: State): ReadonlyMap<string, readonly Section[]> {
  const { sources, sections } = state.collections;
  const known = found.get(sources)?.get(sections);
  if (known) return known;
  const places = new Map<string, Set<string>>();
  for (const { card, section } of Object.values(sources)) places.set(card, (places.get(card) ?? new Set()).add(section));
  const order = Object.values(sections)
    .filter((section) => !section.removed)
    .sort(byRank);
  const made = new Map<string, readonly Section[]>();
  for (const [card, ids] of places) {
    const inOrder = order.filter((section) => ids.has(section.id));
    if (inOrder.length) made.set(card, inOrder);
  }
  const bySections = found.get(sources) ?? new WeakMap();
  found.set(sources, bySections.set(sections, made));
  return made;
}

/** Where one card landed. */
export function placesOf(state: State, card: string): readonly Section[] {
  return landed(state).get(card) ?? NOWHERE;
}

/** The headings of sections, to read in a line. */
export function headings(places: readonly Section[]): string {
  return places.map((section) => `“${section.heading}”`).join(", ");
}

/** Where a theme landed: the sections in which any of its cards did. */
export function placesOfTheme(state: State, theme: string): readonly Section[] {
  const all = new Map<string, Section>();
  for (const card of Object.values(state.collections.cards)) {
    if (card.theme === theme) for (const section of placesOf(state, card.id)) all.set(section.id, section);
  }
  return [...all.values()].sort(byRank);
}

/** The group's cards that are sentences for the text, of the steps that give tips for them. */
export function statementsOf(state: State, agenda: Agenda): Card[] {
  const boards = new Set(agenda.steps.filter((step) => step.tips).map((step) => step.id));
  return Object.values(state.collections.cards)
    .filter((card) => boards.has(card.board) && card.text && !card.hidden)
    .sort(byRank);
}

/** Themes and statements without a place in the text. Cards that nobody can read are not waited for. */
export function notHeard(state: State, agenda: Agenda): { themes: Theme[]; statements: Card[] } {
  const { cards, themes } = state.collections;
  const placed = landed(state);
  const heard = new Set<string>();
  const filled = new Set<string>();
  for (const card of Object.values(cards)) {
    if (!card.theme || card.hidden) continue;
    filled.add(card.theme);
    if (placed.has(card.id)) heard.add(card.theme);
  }
  return {
    themes: Object.values(themes)
      .filter((theme) => filled.has(theme.id) && !heard.has(theme.id))
      .sort(byRank),
    statements: statementsOf(state, agenda).filter((card) => !placed.has(card.id)),
  };
}
