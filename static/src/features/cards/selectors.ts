/** Cards as the screen shows them. */
import type { Underway } from "../../core/live/connection";
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Card } from "../../generated/catalogue";

/** A card on the screen; `pending` until the server has acknowledged it. */
export type Shown = Card & { pending?: boolean };

/** All cards of some boards in order, and own ones that are still on their way. */
export function cardsOn(state: State, boards: readonly string[], pending: readonly Underway[], me: string): Shown[] {
  const cards: Shown[] = Object.values(state.collections.cards)
    .filter((card) => boards.includes(card.board))
    .sort(byRank);
  cards.sort((a, b) => boards.indexOf(a.board) - boards.indexOf(b.board));
  for (const one of pending) {
    const card = one.type === "card.add" ? underway(one, me) : null;
    if (card && boards.includes(card.board) && !state.collections.cards[card.id]) cards.push(card);
  }
  return cards;
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
    origins: [],
    due: (fields["due"] as string | null | undefined) ?? null,
    rev: 0,
    pending: true,
  };
}

export function inColumn(cards: readonly Shown[], column: string): Shown[] {
  return cards.filter((card) => card.column === column);
}
