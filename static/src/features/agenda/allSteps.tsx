/** All phases with their steps, below each other: where the group is, where it was, and the way to each. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import { phaseName } from "./selectors";

export function AllSteps({ onGone }: { onGone: () => void }) {
  const room = useRoom();
  const state = room.state;
  const visited = new Set(communityOf(state)?.visited ?? []);
  const group = room.groupStep.value.id;
  return (
    <nav class="all-steps" aria-label={t("All steps")}>
      {room.agenda.phases.map((phase) => (
        <section key={phase.id} data-phase={phase.id} data-hue={phase.colour} aria-labelledby={`steps-of-${phase.id}`}>
          <h3 class="all-steps__name" id={`steps-of-${phase.id}`}>
            <Icon name={`house-${phase.picture}`} className="all-steps__house" /> {phaseName(state, phase)}
          </h3>
          <ol class="all-steps__steps">
            {phase.steps.map((step) => (
              <li key={step.id}>
                <button
                  type="button"
                  class={`all-steps__step${visited.has(step.id) ? " is-visited" : ""}`}
                  aria-current={room.shown.value === step.id ? "step" : undefined}
                  disabled={!room.mayLook(step)}
                  data-step={step.id}
                  onClick={() => {
                    room.look(step.id);
                    onGone();
                  }}
                >
                  <span>{step.name}</span>
                  {step.id === group && <span class="badge badge--accent">{t("group")}</span>}
                  {visited.has(step.id) && step.id !== group && <span class="visually-hidden">{t("(visited)")}</span>}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}
