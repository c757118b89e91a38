/** The word exchange. */
import { t, tn } from "../../core/i18n/strings";
import type { Feature, Room, Task } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";
import { termsOf } from "./selectors";

export const terms: Feature = {
  screens: { terms: lazy(() => import("./terms").then((part) => part.Terms)) },
  tasks,
};

function tasks(room: Room, step: StepInfo): Task[] {
  if (step.tool !== "terms") return [];
  const all = termsOf(room.state);
  const open = all.filter((term) => term.state !== "settled").length;
  if (!all.length) return [{ label: t("no words yet"), done: false }];
  return [{ label: open ? tn("one word is still open", "{n} words are still open", open) : t("every word is settled"), done: open === 0 }];
}
