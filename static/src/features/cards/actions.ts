/** Everything a person can do with a card, each with its way back. */
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Room } from "../../core/room/room";
import { offerUndo, undoable } from "../../core/room/undo";
import { byRank } from "../../core/store/order";
import { announce } from "../../core/ui/announce";
import { MAX_BODY_LENGTH } from "../../core/ui/limit";
import { toast } from "../../core/ui/toasts";
import type { Card } from "../../generated/catalogue";
import { nameOf } from "../members";
import { momentName } from "./moments";
import type { Shown } from "./selectors";
import { inColumn } from "./selectors";

/** The longest text of a card. */
export const MAX_CARD_LENGTH = MAX_BODY_LENGTH;

/** Whether this device may change the card: its author, its writer without a name, or everyone. */
export function isOwn(room: Room, card: Card): boolean {
  if (card.nameless || (card.hidden && card.author === null)) return room.secrets.get(card.id) !== null;
  return card.author !== null && (card.author === room.me || isTypedFor(room, card));
}

export function isShared(card: Card): boolean {
  return card.author === null && !card.nameless && !card.hidden;
}

/** A card of somebody without a phone: the core team may change it in that name. */
function isTypedFor(room: Room, card: Card): boolean {
  const author = card.author ? room.state.collections.members[card.author] : undefined;
  return author?.paper === true && room.steering.value;
}

export function asAuthor(room: Room, card: Card): { as_member: string | null } {
  return { as_member: isTypedFor(room, card) ? card.author : null };
}

function neighbours(room: Room, card: Card): Card[] {
  const cards = Object.values(room.state.collections.cards).filter((one) => one.board === card.board);
  return (inColumn(cards, card.column) as Card[]).sort(byRank);
}

/** The card after this one in its column, or null when it is the last. */
export function cardAfter(room: Room, card: Card): string | null {
  const around = neighbours(room, card);
  return around[around.findIndex((one) => one.id === card.id) + 1]?.id ?? null;
}

/** A few words of a card, in the language of the group where it was said in that, to name it in a label. */
export function brief(card: Card, most = 40): string {
  const text = (card.translation || card.text).replace(/\s+/g, " ").trim();
  if (!text) return card.picture ? momentName(card.picture) : t("hidden card");
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

/** Copies what a card says: where cards are dragged, a mouse cannot select their words. */
export function copyWords(card: Card): void {
  navigator.clipboard?.writeText(card.text).then(
    () => toast(t("Copied")),
    () => undefined,
  );
}

export async function moveCard(room: Room, card: Card, column: string, before: string | null): Promise<void> {
  if (before === card.id) return;
  const back = { column: card.column, before: cardAfter(room, card) };
  if (back.column === column && back.before === before) return;
  const job = room.send("card.move", { card: card.id, column, before });
  await undoable(room, t("Move card"), job, () => room.send("card.move", { card: card.id, ...back }));
  const title = room.agenda.step(card.board)?.columns.find((one) => one.id === column)?.title ?? "";
  announce(t("Moved to {column}: {card}", { column: title, card: brief(card) }));
}

/** Up (-1) or down (1) within its column. */
export async function shiftCard(room: Room, card: Card, by: 1 | -1): Promise<void> {
  const around = neighbours(room, card);
  const at = around.findIndex((one) => one.id === card.id);
  if (at + by < 0 || at + by >= around.length) return;
  const before = by === -1 ? around[at - 1] : around[at + 2];
  await moveCard(room, card, card.column, before?.id ?? null);
}

/** Takes a card away. Its writer can bring the own text back, as a new card. */
export async function withdrawCard(room: Room, card: Shown): Promise<void> {
  const again = comeback(room, card);
  await sendWithdraw(room, card);
  if (again) offerUndo(room, t("Take card away"), t("Your card is taken away."), again);
  else toast(t("The card is taken away."));
}

/** Withdraws a card, in the name of whoever wrote it where that makes sense. */
export async function sendWithdraw(room: Room, card: Shown): Promise<void> {
  await room.send("card.withdraw", { card: card.id, key: room.secrets.get(card.id) }, asAuthor(room, card));
  room.secrets.drop(card.id);
}

/** What brings a card back as a new one; null for somebody else's. To ask before it is withdrawn. */
export function comeback(room: Room, card: Shown): (() => Promise<unknown>) | null {
  if (!isOwn(room, card) && !isShared(card)) return null;
  const key = room.secrets.get(card.id);
  return () => shareAgain(room, card, key);
}

/** Shares what stood on a card that is gone, as a new card. */
export function shareAgain(room: Room, card: Card, key: string | null): Promise<unknown> {
  const id = newId();
  if (key) room.secrets.set(id, key);
  const { board, column, text, picture, nameless, lang, translation, quote, origins, due } = card;
  return room.send(
    "card.add",
    { card: id, board, column, text, picture, nameless, key, lang, translation, quote, origins, due },
    asAuthor(room, card),
  );
}

export async function editCard(room: Room, card: Card, rev: number, text: string, translation: string, due: string | null): Promise<void> {
  const key = room.secrets.get(card.id);
  const before = { text: card.text, translation: card.translation, due: card.due };
  const job = room.send("card.edit", { card: card.id, rev, text, translation, due, key }, { ...asAuthor(room, card), quiet: true });
  await undoable(room, t("Change card"), job, () => {
    const now = room.state.collections.cards[card.id];
    if (!now || now.text !== text) return Promise.resolve(); // somebody else went on with it: leave theirs
    return room.send("card.edit", { card: card.id, rev: now.rev, ...before, key }, asAuthor(room, card));
  });
}

/** Who wrote the card, as words for people. */
export function byline(room: Room, card: Card): string {
  if (card.author) return nameOf(room.state, card.author) || t("somebody who left");
  return card.nameless ? t("without a name") : t("written together");
}
