/** Consent rounds. */
import { signal } from "@preact/signals";
import type { Feature, NextAct, Room, Task } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { lazy, loadOnce } from "../../core/ui/lazy";
import { followConsent } from "./news";

const acts = signal<typeof import("./acts") | null>(null);
const fetchActs = loadOnce(async () => {
  acts.value = await import("./acts");
});

/** What is done and asked in a step with a round. What draws it is drawn again when this has come. */
function actsIn(step: StepInfo | null): typeof import("./acts") | null {
  if (step?.tool !== "consent") return null;
  if (!acts.value) fetchActs().catch(() => undefined);
  return acts.value;
}

function nextAct(room: Room, step: StepInfo | null): NextAct | null {
  return actsIn(step)?.nextAct(room) ?? null;
}

function tasks(room: Room, step: StepInfo): Task[] {
  return actsIn(step)?.tasks(room) ?? [];
}

export const consent: Feature = {
  screens: { consent: lazy(() => import("./consent").then((part) => part.Consent)) },
  start: followConsent,
  nextAct,
  tasks,
};
