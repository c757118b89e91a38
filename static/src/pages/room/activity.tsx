/** What is on the screen in the shown step: the screen that a feature has for the step's tool. */
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";

export function Activity({ step }: { step: StepInfo }) {
  const Screen = useRoom().screenOf(step.tool);
  return Screen ? <Screen key={step.id} step={step} /> : null;
}
