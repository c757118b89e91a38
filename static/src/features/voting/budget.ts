/** How many dots everyone will get when the dots open, as the core team set it on this screen. */
import { signal } from "@preact/signals";
import type { Room } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";

const MOST_DOTS = 20;

const chosen = signal<Readonly<Record<string, number>>>({});

/** What was set here; otherwise that of the last round, or the step's own number. */
export function budgetOf(room: Room, step: StepInfo): number {
  return chosen.value[step.id] ?? (room.state.collections.boards[step.id]?.dots_budget || step.dots || 3);
}

export function setBudget(step: StepInfo, dots: number): void {
  chosen.value = { ...chosen.value, [step.id]: Math.min(MOST_DOTS, Math.max(1, dots || 1)) };
}

export function openDots(room: Room, step: StepInfo): Promise<unknown> {
  return room.send("dots.open", { board: step.id, budget: budgetOf(room, step) });
}
