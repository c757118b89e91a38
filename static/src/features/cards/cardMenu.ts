/** What a person can do with a card here: one object per action; the menu is drawn from it. */
import { t } from "../../core/i18n/strings";
import type { OpenDialog, Room } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import type { Action } from "../../core/ui/menu";
import { canSpeak, speak } from "../../core/ui/speech";
import type { Card } from "../../generated/catalogue";
import { brief, copyWords, isOwn, isShared, shiftCard, withdrawCard } from "./actions";
import { choosable } from "./choose";
import { QuoteDialog, TakeAwayDialog } from "./dialogs";
import { makeTopic } from "./makeTopic";
import type { Shown } from "./selectors";

/** What the menu asks its surroundings to open. */
export interface Openers {
  edit: () => void;
  move: () => void;
  dialog: OpenDialog;
  gone: () => void;
}

export function cardActions(room: Room, card: Shown, open: Openers): Action[] {
  if (card.pending) return [];
  const board = room.agenda.step(card.board);
  const allows = (command: string) => board?.allows.includes(command) === true;
  const mine = isOwn(room, card);
  const readable = card.text !== "" || card.picture !== null;
  const spoken = card.translation || card.text || brief(card);
  const run = (job: () => Promise<unknown>) => () => void job().catch(() => undefined);
  const list: (Action | false)[] = [
    readable && (mine || isShared(card)) && allows("card.edit") && { id: "edit", label: t("Change"), icon: "edit", run: open.edit },
    readable &&
      canSpeak() && {
        id: "speak",
        label: t("Read aloud"),
        icon: "speaker",
        run: () => speak(spoken, card.translation ? room.boot.community.language : card.text ? card.lang : room.boot.language),
      },
    card.text !== "" && { id: "copy", label: t("Copy the words"), icon: "copy", run: () => copyWords(card) },
    card.text !== "" && fromHere(room, card),
    choosable(room, card) === "near" && {
      id: "choose",
      label: room.selection.ids.peek().includes(card.id) ? t("Do not choose") : t("Choose"),
      icon: "check",
      run: () => room.selection.toggle(card.id),
    },
    allows("card.move") && room.step.id === card.board && { id: "move", label: t("Move to…"), icon: "move", run: open.move },
    allows("card.move") &&
      room.step.id === card.board && { id: "up", label: t("Move up"), icon: "up", run: run(() => shiftCard(room, card, -1)) },
    allows("card.move") &&
      room.step.id === card.board && { id: "down", label: t("Move down"), icon: "down", run: run(() => shiftCard(room, card, 1)) },
    ...room.features.flatMap((feature) => feature.cardActions?.(room, card, open.dialog) ?? []),
    card.text !== "" &&
      mine &&
      allows("card.quote") && {
        id: "quote",
        label: t("May we quote this?"),
        icon: "quote",
        run: () => open.dialog(QuoteDialog),
      },
    card.text !== "" &&
      mayBeTopic(room, card) && {
        id: "topic",
        label: t("Make this our topic"),
        icon: "home",
        run: run(() => makeTopic(room, card)),
      },
    card.text !== "" && visionStarted(room) && { id: "vision", label: t("Use in the vision"), icon: "link", href: visionUrl(room, card) },
    (mine || isShared(card) || room.steering.value) &&
      allows("card.withdraw") && {
        id: "withdraw",
        label: mine || isShared(card) ? t("Take away") : t("Take away for everyone"),
        icon: "withdraw",
        danger: true,
        run:
          mine || isShared(card)
            ? run(async () => {
                open.gone();
                await withdrawCard(room, card);
              })
            : () => open.dialog(TakeAwayDialog),
      },
  ];
  return list.filter((action): action is Action => action !== false);
}

function mayBeTopic(room: Room, card: Card): boolean {
  return room.steering.value && room.agenda.step(card.board)?.offers_topic === true && communityOf(room.state)?.topic_card !== card.id;
}

function visionStarted(room: Room): boolean {
  return room.agenda.drafting(communityOf(room.state)?.visited ?? []);
}

function visionUrl(room: Room, card: Card): string {
  return `${room.boot.urls["vision"] ?? `/c/${room.boot.community.id}/vision`}?card=${card.id}`;
}

/** "Turn it around" on the first columns; "Write from this card" where something earlier is shown. */
function fromHere(room: Room, card: Card): Action | false {
  const step = room.step;
  const turn = step.example !== null && step.columns.length > 1 && card.board === step.id && card.column === step.columns[0]?.id;
  const grow = card.board !== step.id && step.columns.length > 0 && step.allows.includes("card.add");
  if (!turn && !grow) return false;
  return {
    id: "from",
    label: turn ? t("Turn it around") : t("Write from this card"),
    icon: "undo",
    run: () => {
      room.origin.value = card;
      room.column.value = step.columns[step.columns.length - 1]?.id ?? null;
    },
  };
}
