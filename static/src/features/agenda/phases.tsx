/** The phases with their steps, and the topic. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import type { PhaseInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { phaseName } from "./selectors";

export function Topic() {
  const room = useRoom();
  const topic = communityOf(room.state)?.topic;
  if (!topic) return null;
  return (
    <p class="topic" dir="auto">
      <Icon name="home" />
      <span>
        <span class="visually-hidden">{t("Our topic:")} </span>
        {topic}
      </span>
    </p>
  );
}

/** The phases; a press opens the steps of one. */
export function Phases() {
  const room = useRoom();
  const state = room.state;
  const visited = new Set(communityOf(state)?.visited ?? []);
  const group = room.groupStep.value;
  const [opened, setOpened] = useState<string | null>(null);
  const shown = room.agenda.phases.find((phase) => phase.id === opened) ?? room.agenda.phaseOf(room.step);
  useEffect(() => setOpened(null), [room.shown.value]);
  return (
    <>
      <nav class="phases" aria-label={t("Phases")}>
        <ol class="phases__list">
          {room.agenda.phases.map((phase) => {
            const current = phase.id === group.phase;
            const seen = phase.steps.some((step) => visited.has(step.id));
            return (
              <li
                key={phase.id}
                class={`phase${current ? " is-current" : ""}${seen ? " is-visited" : ""}`}
                data-phase={phase.id}
                data-hue={phase.colour}
              >
                <button
                  type="button"
                  class="phase__link"
                  aria-current={current ? "step" : undefined}
                  aria-expanded={shown.id === phase.id}
                  aria-controls="phase-steps"
                  onClick={() => setOpened(phase.id)}
                >
                  <Icon name={`house-${phase.picture}`} className="phase__house" />
                  <span class="phase__name">{phaseName(state, phase)}</span>
                  {seen && !current && <span class="visually-hidden">{t("(visited)")}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <Steps phase={shown} visited={visited} />
    </>
  );
}

function Steps({ phase, visited }: { phase: PhaseInfo; visited: ReadonlySet<string> }) {
  const room = useRoom();
  const group = room.groupStep.value.id;
  const offset = room.agenda.steps.findIndex((step) => step.phase === phase.id);
  return (
    <nav
      id="phase-steps"
      class="room-steps"
      aria-label={t("Steps in {phase}", { phase: phaseName(room.state, phase) })}
      data-hue={phase.colour}
    >
      <ol class="steps">
        {phase.steps.map((step, n) => (
          <li key={step.id}>
            <button
              type="button"
              class={`step${visited.has(step.id) ? " is-visited" : ""}`}
              aria-current={room.shown.value === step.id ? "step" : undefined}
              disabled={!room.mayLook(step)}
              data-step={step.id}
              onClick={() => room.look(step.id)}
            >
              <span class="step__number">{offset + n + 1}</span>
              <span class="step__name">{step.name}</span>
              {step.id === group && <span class="badge badge--accent">{t("group")}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
