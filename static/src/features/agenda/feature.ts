/** Where the group is, and steps in which one only listens. */
import type { Feature, Move, Moves, Room } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Talk } from "./talk";

export const agenda: Feature = {
  screens: { talk: Talk },
  moves,
};

/** From step to step in the order of the process. */
function moves(room: Room): Moves {
  const group = room.groupStep.value;
  const to = (step: StepInfo | undefined): Move | null => (step ? { id: step.id, name: step.name, run: () => room.start(step) } : null);
  return { back: to(room.agenda.beside(group, -1)), on: to(room.agenda.beside(group, 1)), minutes: group.minutes, between: null };
}
