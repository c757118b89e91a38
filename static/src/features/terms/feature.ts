/** The word exchange. */
import { t, tn } from "../../core/i18n/strings";
import type { Feature, OpenDialog, Room, Task } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";
import type { Action } from "../../core/ui/menu";
import type { Card } from "../../generated/catalogue";
import { termsOf } from "./selectors";

const elsewhere = () => import("./askCard");

export const terms: Feature = {
  screens: { terms: lazy(() => import("./terms").then((part) => part.Terms)) },
  cardActions,
  unready: lazy(async () => (await elsewhere()).OpenWords),
  tasks,
};

const AskCardDialog = lazy(async () => (await elsewhere()).AskCardDialog);

/** Sentences that go into the text are for everybody to understand: a person taps the hard word in them. */
function cardActions(room: Room, card: Card, open: OpenDialog): Action[] {
  if (!card.text || !room.agenda.step(card.board)?.tips) return [];
  return [{ id: "ask", label: t("Tap a hard word"), icon: "say", run: () => open(AskCardDialog) }];
}

function tasks(room: Room, step: StepInfo): Task[] {
  if (step.tool !== "terms") return [];
  const all = termsOf(room.state);
  const open = all.filter((term) => term.state !== "settled").length;
  if (!all.length) return [{ label: t("no words yet"), done: false }];
  return [{ label: open ? tn("one word is still open", "{n} words are still open", open) : t("every word is settled"), done: open === 0 }];
}
