/** What can be done with several cards at once, each with one way back for all. */
import { t, tn } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { offerUndo } from "../../core/room/undo";
import { byRank } from "../../core/store/order";
import { focusSoon } from "../../core/ui/focus";
import { toast } from "../../core/ui/toasts";
import type { Card } from "../../generated/catalogue";
import { cardAfter, comeback, sendWithdraw } from "./actions";

/** Puts all cards at the end of a column, in the order they have; one undo puts each back in its place. */
export async function moveCards(room: Room, cards: readonly Card[], column: string): Promise<void> {
  const going = [...cards].filter((card) => card.column !== column).sort(byRank);
  const places = going.map((card) => ({ card: card.id, column: card.column, before: cardAfter(room, card) })).reverse();
  room.selection.clear();
  const done = await Promise.allSettled(going.map((card) => room.send("card.move", { card: card.id, column, before: null })));
  const moved = going.filter((_, n) => done[n]?.status === "fulfilled");
  if (!moved.length) return;
  const title = room.agenda.step(moved[0]?.board ?? "")?.columns.find((one) => one.id === column)?.title ?? "";
  const text = tn("One card is moved to {column}.", "{n} cards are moved to {column}.", moved.length, { column: title });
  offerUndo(room, t("Move cards"), text, async () => {
    // From the last one on, so that the card before which one belongs is there already.
    for (const { card, column: old, before } of places) {
      const known = room.state.collections.cards;
      if (known[card]) await room.send("card.move", { card, column: old, before: before && known[before] ? before : null });
    }
  });
}

/** Takes all cards away; one undo brings back those that are this person's to bring back. */
export async function withdrawCards(room: Room, cards: readonly Card[]): Promise<void> {
  const going = [...cards].sort(byRank).map((card) => ({ card, again: comeback(room, card) }));
  room.selection.clear();
  focusSoon("main h1");
  const done = await Promise.allSettled(going.map(({ card }) => sendWithdraw(room, card)));
  const gone = going.filter((_, n) => done[n]?.status === "fulfilled");
  if (!gone.length) return;
  const text = tn("One card is taken away.", "{n} cards are taken away.", gone.length);
  const back = gone.flatMap(({ again }) => again ?? []);
  if (!back.length) toast(text);
  else
    offerUndo(room, t("Take cards away"), text, async () => {
      for (const again of back) await again();
    });
}
