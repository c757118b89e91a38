/** A step in which somebody reads aloud and the others listen. */
import { SpeakButton } from "../../core/room/speakButton";
import type { StepInfo } from "../../core/store/phases";

export function Talk({ step }: { step: StepInfo }) {
  if (!step.script) return null;
  return (
    <div class="stack stack--tight" data-main>
      <SpeakButton text={step.script} words />
      <blockquote class="script">{step.script}</blockquote>
    </div>
  );
}
