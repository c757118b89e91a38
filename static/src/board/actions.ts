/** Everything a person can do with a card or a theme, each with its way back. */
import type { Card, Theme } from "../generated/catalogue";
import { newId } from "../live/ids";
import { byRank, inColumn, nameOf } from "../store/selectors";
import type { Shown } from "../store/selectors";
import { announce } from "../ui/announce";
import { t, tn } from "../ui/strings";
import { toast } from "../ui/toasts";
import { momentName } from "./moments";
import type { Room } from "./room";

/** The longest text of a card. */
export const MOST_LETTERS = 800;

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

function asAuthor(room: Room, card: Card): { as_member: string | null } {
  return { as_member: isTypedFor(room, card) ? card.author : null };
}

function neighbours(room: Room, card: Card): Card[] {
  const cards = Object.values(room.state.collections.cards).filter((one) => one.board === card.board);
  return (inColumn(cards, card.column) as Card[]).sort(byRank);
}

/** The card after this one in its column, or null when it is the last. */
function cardAfter(room: Room, card: Card): string | null {
  const around = neighbours(room, card);
  return around[around.findIndex((one) => one.id === card.id) + 1]?.id ?? null;
}

/**
 * Does something and remembers its inverse, at once: whoever presses Ctrl+Z before the
 * answer came undoes this, not what was before it. A refusal leaves nothing to undo.
 */
export async function undoable<T>(room: Room, label: string, job: Promise<T>, inverse: () => Promise<unknown>): Promise<T> {
  const step = room.undo.push(label, inverse);
  try {
    return await job;
  } catch (refused) {
    room.undo.drop(step);
    throw refused;
  }
}

/** A few words of a card, to name it in a label. */
export function brief(card: Card, most = 40): string {
  const text = card.text.replace(/\s+/g, " ").trim();
  if (!text) return card.picture ? momentName(card.picture) : t("hidden card");
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

export async function moveCard(room: Room, card: Card, column: string, before: string | null): Promise<void> {
  if (before === card.id) return;
  const back = { column: card.column, before: cardAfter(room, card) };
  if (back.column === column && back.before === before) return;
  const job = room.send("card.move", { card: card.id, column, before });
  await undoable(room, t("Move card"), job, () => room.send("card.move", { card: card.id, ...back }));
  const title = room.road.step(card.board)?.columns.find((one) => one.id === column)?.title ?? "";
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

export async function groupCard(room: Room, card: Card, theme: string | null): Promise<void> {
  const back = card.theme;
  if (back === theme) return;
  const job = room.send("card.group", { card: card.id, theme });
  await undoable(room, t("Put in theme"), job, () => room.send("card.group", { card: card.id, theme: back }));
  const name = theme ? room.state.collections.themes[theme]?.name : undefined;
  announce(name ? t("Put in {theme}: {card}", { theme: name, card: brief(card) }) : t("Taken out of its theme: {card}", { card: brief(card) }));
}

/** Makes a theme of some cards. */
export async function addTheme(room: Room, name: string, cards: readonly Card[]): Promise<string> {
  const theme = newId();
  const before = cards.map((card) => [card.id, card.theme] as const);
  const job = room.send("theme.add", { theme, name, cards: cards.map((card) => card.id) });
  await undoable(room, t("Put together"), job, async () => {
    await room.send("theme.remove", { theme });
    for (const [card, old] of before) {
      if (old && room.state.collections.themes[old]) await room.send("card.group", { card, theme: old });
    }
  });
  announce(tn("New theme {name} with one card", "New theme {name} with {n} cards", cards.length, { name }));
  return theme;
}

export async function renameTheme(room: Room, theme: Theme, name: string): Promise<void> {
  if (!name || name === theme.name) return;
  const job = room.send("theme.rename", { theme: theme.id, name });
  await undoable(room, t("Rename theme"), job, () => room.send("theme.rename", { theme: theme.id, name: theme.name }));
}

/** Takes a theme apart; it can be put together again. */
export async function removeTheme(room: Room, theme: Theme): Promise<void> {
  const cards = Object.values(room.state.collections.cards)
    .filter((card) => card.theme === theme.id)
    .map((card) => card.id);
  const again = () => {
    const there = cards.filter((id) => room.state.collections.cards[id]);
    return room.send("theme.add", { theme: theme.id, name: theme.name, cards: there });
  };
  await room.send("theme.remove", { theme: theme.id });
  offerUndo(room, t("Take theme apart"), t("{name} is taken apart. The cards are still there.", { name: theme.name }), again);
}

/** Takes a card away. Its writer can bring the own text back, as a new card. */
export async function withdrawCard(room: Room, card: Shown): Promise<void> {
  const own = isOwn(room, card);
  const key = room.secrets.get(card.id);
  await room.send("card.withdraw", { card: card.id, key }, asAuthor(room, card));
  room.secrets.drop(card.id);
  if (!own && !isShared(card)) {
    toast(t("The card is taken away."));
    return;
  }
  const again = () => {
    const id = newId();
    if (key) room.secrets.set(id, key);
    const { board, column, text, picture, nameless, lang, translation, quote, origins, due } = card;
    return room.send("card.add", { card: id, board, column, text, picture, nameless, key, lang, translation, quote, origins, due }, asAuthor(room, card));
  };
  offerUndo(room, t("Take card away"), t("Your card is taken away."), again);
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

export async function quoteCard(room: Room, card: Card, allowed: boolean): Promise<void> {
  await room.send("card.quote", { card: card.id, allowed, key: room.secrets.get(card.id) }, asAuthor(room, card));
  toast(allowed ? t("This card may be quoted in the document.") : t("This card will not be quoted."));
}

/** Undoes the last own action, and says what it was. */
export async function undoLast(room: Room): Promise<void> {
  try {
    const label = await room.undo.undo();
    announce(label ? t("Undone: {what}", { what: label }) : t("There is nothing to undo."));
  } catch {
    // The refusal has been shown as a message.
  }
}

/** A message with a way back, that is also the last thing that Ctrl+Z undoes. */
function offerUndo(room: Room, label: string, text: string, again: () => Promise<unknown>): void {
  const step = room.undo.push(label, again);
  const run = () => {
    if (!room.undo.steps.value.includes(step)) return; // undone already, with the keyboard
    room.undo.drop(step);
    void again().catch(() => undefined);
  };
  toast(text, { action: { label: t("Undo"), run } });
}

/** Who wrote the card, as words for people. */
export function byline(room: Room, card: Card): string {
  if (card.author) return nameOf(room.state, card.author) || t("somebody who left");
  return card.nameless ? t("without a name") : t("written together");
}
