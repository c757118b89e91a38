/** What is offered for several chosen cards. */
import { t } from "../../core/i18n/strings";
import type { OpenManyDialog, Room } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";
import type { Action } from "../../core/ui/menu";
import type { Card } from "../../generated/catalogue";
import { comeback, isOwn, isShared } from "./actions";

const MoveManyDialog = lazy(() => import("./manyDialogs").then((part) => part.MoveManyDialog));
const WithdrawManyDialog = lazy(() => import("./manyDialogs").then((part) => part.WithdrawManyDialog));

/** Moving and taking away, where this person may do it with every one of the cards. */
export function selectionActions(room: Room, cards: readonly Card[], open: OpenManyDialog): Action[] {
  const step = room.step;
  const all = (may: (card: Card) => boolean) => cards.every(may);
  const allows = (card: Card, command: string) => room.agenda.step(card.board)?.allows.includes(command) === true;
  const list: Action[] = [];
  if (step.columns.length > 1 && all((card) => card.board === step.id && allows(card, "card.move"))) {
    list.push({ id: "move-chosen", label: t("Move to…"), icon: "move", run: () => open(MoveManyDialog) });
  }
  if (all((card) => allows(card, "card.withdraw") && (isOwn(room, card) || isShared(card) || room.steering.value))) {
    const back = all((card) => comeback(room, card) !== null);
    const run = () => (back ? void import("./manyActions").then((part) => part.withdrawCards(room, cards)) : open(WithdrawManyDialog));
    list.push({ id: "withdraw-chosen", label: t("Take away"), icon: "withdraw", danger: true, run });
  }
  return list;
}
