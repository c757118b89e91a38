/** Cards on a board. */
import { t } from "../../core/i18n/strings";
import type { Feature, NextAct, Room } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";
import { Board } from "./board";
import { followCards } from "./news";
import { selectionActions } from "./selectionActions";
import { cardsOn } from "./selectors";

const BoardBar = lazy(() => import("./boardBar").then((part) => part.BoardBar));

export const cards: Feature = {
  start: followCards,
  screens: { board: Board, guide: Board },
  status: { board: BoardBar, guide: BoardBar },
  nextAct: reveal,
  selectionActions,
};

/** Cards that lie hidden are shown before the group goes on. */
function reveal(room: Room, step: StepInfo | null): NextAct | null {
  if (!step) return null;
  const hidden = cardsOn(room.state, [step.id], [], room.me).some((card) => card.hidden);
  if (!hidden || !step.allows.includes("board.reveal")) return null;
  return { id: "reveal", label: t("Show all cards"), icon: "eye", run: () => room.send("board.reveal", { board: step.id }) };
}
