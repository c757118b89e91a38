/** Cards as the screen shows them. */
import type { Underway } from "../../core/live/connection";
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Card } from "../../generated/catalogue";

/** A card on the screen; `pending` until the server has acknowledged it. */
export type Shown = Card & { pending?: boolean };

/** What was found in one state of the cards: a fold makes a new one, and until then nothing is sorted twice. */
const sorted = new WeakMap<object, Map<string, readonly Shown[]>>();

function settledOn(all: State["collections"]["cards"], boards: readonly string[]): readonly Shown[] {
  let found = sorted.get(all);
  if (!found) {
    found = new Map();
    sorted.set(all, found);
  }
  const key = boards.join(" ");
  let cards = found.get(key);
  if (!cards) {
    cards = Object.values(all)
      .filter((card) => boards.includes(card.board))
      .sort((a, b) => boards.indexOf(a.board) - boards.indexOf(b.board) || byRank(a, b));
    found.set(key, cards);
  }
  return cards;
}

/** All cards of some boards in order, and own ones that are still on their way. */
export function cardsOn(state: State, boards: readonly string[], pending: readonly Underway[], me: string): readonly Shown[] {
  const all = state.collections.cards;
  const settled = settledOn(all, boards);
  const coming = pending.flatMap((one) => {
    const card = one.type === "card.add" ? underway(one, me) : null;
    return card && boards.includes(card.board) && !all[card.id] ? [card] : [];
  });
  return coming.length ? [...settled, ...coming] : settled;
}

/** The cards on the screen of a step: its own, and the open ones of earlier steps that are looked at there. */
export function cardsOf(
  state: State,
  step: { readonly id: string; readonly shows: readonly string[] },
  pending: readonly Underway[],
  me: string,
): readonly Shown[] {
  const earlier = step.shows.length ? cardsOn(state, step.shows, [], me).filter((card) => !card.hidden) : [];
  return [...earlier, ...cardsOn(state, [step.id], pending, me)];
}

function underway(one: Underway, me: string): Shown {
  const fields = one.payload;
  const nameless = fields["nameless"] === true;
  return {
    id: String(fields["card"]),
    board: String(fields["board"]),
    column: String(fields["column"]),
    rank: "~",
    text: String(fields["text"]),
    picture: (fields["picture"] as Card["picture"] | undefined) ?? null,
    author: nameless ? null : String(fields["as_member"] ?? me),
    nameless,
    hidden: false,
    key: null,
    lang: String(fields["lang"] ?? "nl"),
    translation: String(fields["translation"] ?? ""),
    theme: null,
    quote: fields["quote"] === true,
    quote_name: false,
    origins: [],
    due: (fields["due"] as string | null | undefined) ?? null,
    rev: 0,
    pending: true,
  };
}

export function inColumn(cards: readonly Shown[], column: string): Shown[] {
  return cards.filter((card) => card.column === column);
}
