/** A step in which somebody reads aloud and the others listen. */
import { SpeakButton } from "../../core/room/speakButton";
import type { StepInfo } from "../../core/store/phases";

export function Talk({ step }: { step: StepInfo }) {
  if (!step.script) return null;
  return (
    <div class="stack stack--tight">
      <p>
        <SpeakButton text={step.script} words />
      </p>
      <blockquote class="script">
        {step.script.split("\n\n").map((part) => (
          <p key={part}>{part}</p>
        ))}
      </blockquote>
    </div>
  );
}
