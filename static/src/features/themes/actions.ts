/** What a person can do with a theme, each with its way back. */
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Room } from "../../core/room/room";
import { offerUndo, undoable } from "../../core/room/undo";
import { announce } from "../../core/ui/announce";
import type { Card, Theme } from "../../generated/catalogue";
import { brief } from "../cards";

export async function groupCard(room: Room, card: Card, theme: string | null): Promise<void> {
  const back = card.theme;
  if (back === theme) return;
  const job = room.send("card.group", { card: card.id, theme });
  await undoable(room, t("Put in theme"), job, () => room.send("card.group", { card: card.id, theme: back }));
  const name = theme ? room.state.collections.themes[theme]?.name : undefined;
  announce(
    name ? t("Put in {theme}: {card}", { theme: name, card: brief(card) }) : t("Taken out of its theme: {card}", { card: brief(card) }),
  );
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
