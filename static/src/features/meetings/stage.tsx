/** What is between the steps of a meeting, on the screen: coffee, a break, looking back, a feast. */
import type { Pause, Stage } from "../../core/stage/stage";
import { currentItem, itemName, openMeeting } from "./selectors";

const MINUTE_MS = 60_000;

/** The part of the agenda where the group is, when it is no step; null otherwise. */
export function pauseOf(stage: Stage): Pause | null {
  const item = currentItem(stage.state);
  if (!item || item.step !== null) return null;
  const began = openMeeting(stage.state)?.item_started_at ?? null;
  return {
    title: itemName(item, stage.agenda),
    ends: began === null ? null : began + item.minutes * MINUTE_MS,
    coffee: item.kind === "coffee" || item.kind === "break",
  };
}
