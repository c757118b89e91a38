/** Themes: cards that belong together. */
import { t, tn } from "../../core/i18n/strings";
import type { Feature, Room, Task } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";

const ThemeDialog = lazy(() => import("./themeDialog").then((part) => part.ThemeDialog));

const TogetherDialog = lazy(() => import("./themeDialog").then((part) => part.TogetherDialog));

export const themes: Feature = {
  screens: { themes: lazy(() => import("./themes").then((part) => part.Themes)) },
  tasks,
  selectionActions: (room, cards, open) => {
    const step = room.step;
    if (!step.allows.includes("theme.add") || !cards.every((card) => step.shows.includes(card.board))) return [];
    return [{ id: "together", label: t("Put together"), icon: "theme", run: () => open(TogetherDialog) }];
  },
  cardActions: (room, card, open) => {
    const readable = card.text !== "" || card.picture !== null;
    if (!readable || room.agenda.step(card.board)?.allows.includes("card.group") !== true) return [];
    return [{ id: "theme", label: t("Put in theme…"), icon: "theme", run: () => open(ThemeDialog) }];
  },
};

function tasks(room: Room, step: StepInfo): Task[] {
  if (step.tool !== "themes") return [];
  const { cards, themes: named } = room.state.collections;
  const loose = Object.values(cards).filter(
    (card) => step.shows.includes(card.board) && !card.hidden && !(card.theme && named[card.theme]),
  ).length;
  const n = Object.keys(named).length;
  return [
    { label: n ? tn("one theme", "{n} themes", n) : t("no theme yet"), done: n > 0 },
    { label: loose ? tn("one card is still loose", "{n} cards are still loose", loose) : t("no loose cards"), done: loose === 0 },
  ];
}
