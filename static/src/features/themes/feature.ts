/** Themes: cards that belong together. */
import { t } from "../../core/i18n/strings";
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

const ThemeDialog = lazy(() => import("./themeDialog").then((part) => part.ThemeDialog));

export const themes: Feature = {
  screens: { themes: lazy(() => import("./themes").then((part) => part.Themes)) },
  cardActions: (room, card, open) => {
    const readable = card.text !== "" || card.picture !== null;
    if (!readable || room.agenda.step(card.board)?.allows.includes("card.group") !== true) return [];
    return [{ id: "theme", label: t("Put in theme…"), icon: "theme", run: () => open(ThemeDialog) }];
  },
};
