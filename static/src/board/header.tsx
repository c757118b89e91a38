/** The street of phases, the topic, and whether the connection is there. */
import { useEffect, useState } from "preact/hooks";
import type { PhaseInfo, StepInfo } from "../store/phases";
import { communityOf, phaseName } from "../store/selectors";
import { Icon } from "../ui/icon";
import { barred } from "../ui/media";
import { t } from "../ui/strings";
import { useRoom } from "./room";

const BACK_MS = 3_000;

export function ConnectionBar() {
  const room = useRoom();
  const status = room.live.status.value;
  const waiting = room.live.pending.value.length;
  const [lost, setLost] = useState(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (status === "offline" || status === "gone") setLost(true);
    if (status !== "online" || !lost) return undefined;
    setLost(false);
    setBack(true);
    const timer = setTimeout(() => setBack(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [status, lost]);
  const words = {
    connecting: t("Connecting…"),
    offline: waiting
      ? t("No connection. What you wrote is kept here and goes out by itself.")
      : t("No connection. You can go on writing; we keep trying."),
    gone: t("You are no longer in this group. Join again with the code."),
    online: back ? t("Connected again.") : "",
  }[status];
  const kind = status === "offline" || status === "gone" ? " is-lost" : status === "online" && back ? " is-back" : "";
  return (
    <div role="status" class={words ? `connection${kind}` : undefined}>
      {words && (
        <>
          <Icon name={status === "online" ? "check" : "warning"} /> {words}
        </>
      )}
    </div>
  );
}

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
  const shown = room.road.phases.find((phase) => phase.id === (opened ?? room.step.phase)) as PhaseInfo;
  useEffect(() => setOpened(null), [room.shown.value]);
  return (
    <>
      <nav class="phases" aria-label={t("Phases")}>
        <ol class="phases__list">
          {room.road.phases.map((phase) => {
            const current = phase.id === group.phase;
            const seen = phase.steps.some((step) => visited.has(step.id));
            return (
              <li key={phase.id} class={`phase${current ? " is-current" : ""}${seen ? " is-visited" : ""}`} data-phase={phase.id} data-hue={phase.colour}>
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
  const offset = room.road.steps.indexOf(phase.steps[0] as StepInfo);
  return (
    <nav id="phase-steps" class="room-steps" aria-label={t("Steps in {phase}", { phase: phaseName(room.state, phase) })} data-hue={phase.colour}>
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

/** For whoever looks elsewhere than the group. In the bar at the bottom where there is one. */
export function BackToGroup({ inBar = false }: { inBar?: boolean }) {
  const room = useRoom();
  if (!room.away.value || inBar !== barred.value) return null;
  return (
    <button type="button" class="button button--primary back-to-group" onClick={() => room.look(room.groupStep.value.id)}>
      <Icon name="back" /> {t("Back to the group: {step}", { step: room.groupStep.value.name })}
    </button>
  );
}
