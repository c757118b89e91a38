/** Themes: cards that belong together. */
import { t } from "../../core/i18n/strings";
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

const ThemeDialog = lazy(() => import("./themeDialog").then((part) => part.ThemeDialog));

const TogetherDialog = lazy(() => import("./themeDialog").then((part) => part.TogetherDialog));

export const themes: Feature = {
  screens: { themes: lazy(() => import("./themes").then((part) => part.Themes)) },
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
