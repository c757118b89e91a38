/** Voting with dots. */
import { t } from "../../core/i18n/strings";
import type { Feature, NextAct, Room, Task } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";
import { makeTopic } from "../cards";
import { openDots } from "./budget";
import { topCards } from "./selectors";

export const voting: Feature = {
  screens: { dots: lazy(() => import("./dots").then((part) => part.Dots)) },
  status: { dots: lazy(() => import("./status").then((part) => part.DotsBar)) },
  nextAct,
  tasks,
};

/** Open the dots, count them, and where that is what they were for, make the most chosen card the topic. */
function nextAct(room: Room, step: StepInfo | null): NextAct | null {
  if (step?.tool !== "dots") return null;
  const board = room.state.collections.boards[step.id];
  if (board?.dots_open) {
    return { id: "close-dots", label: t("Count the dots"), icon: "check", run: () => room.send("dots.close", { board: step.id }) };
  }
  if (!board?.dots_totals) {
    return { id: "open-dots", label: t("Open the dots"), icon: "dots", run: () => openDots(room, step) };
  }
  const [winner] = topCards(room.state, step.id, 1);
  if (!step.offers_topic || !winner?.text || communityOf(room.state)?.topic_card === winner.id) return null;
  return { id: "topic", label: t("Make this our topic"), icon: "home", run: () => makeTopic(room, winner) };
}

function tasks(room: Room, step: StepInfo): Task[] {
  if (step.tool !== "dots") return [];
  const board = room.state.collections.boards[step.id];
  const counted = Boolean(board?.dots_totals) && !board?.dots_open;
  const list: Task[] = [
    { label: t("dots open"), done: board?.dots_open === true || counted },
    { label: t("dots counted"), done: counted },
  ];
  if (step.offers_topic) {
    const winner = topCards(room.state, step.id, 1)[0];
    list.push({ label: t("topic chosen"), done: counted && winner !== undefined && communityOf(room.state)?.topic_card === winner.id });
  }
  return list;
}
