/** The bar with which the core team moves the group kindly. */
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { Icon } from "../../core/ui/icon";
import { Menu } from "../../core/ui/menu";
import { Notice } from "../../core/ui/notice";

const SECOND_PRESS_TIMEOUT_MS = 8_000;

export function SteerBar() {
  const room = useRoom();
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(null), SECOND_PRESS_TIMEOUT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  if (!room.steering.value) return null;
  const group = room.groupStep.value;
  const mine = room.typing.board.value ? 1 : 0;
  const writing = Math.max(0, Object.values(room.live.presence.value.writing).reduce((sum, n) => sum + n, 0) - mine);
  const go = (step: StepInfo) => {
    if (writing > 0 && asked !== step.id) {
      setAsked(step.id);
      return;
    }
    setAsked(null);
    void room.start(step);
  };
  const before = room.agenda.beside(group, -1);
  const after = room.agenda.beside(group, 1);
  return (
    <section class="steer steer--stays" aria-label={t("Guide the group")}>
      {before ? (
        <button type="button" class="button button--quiet" onClick={() => go(before)}>
          <Icon name="back" /> <span class="steer-words">{t("Previous step")}</span>
        </button>
      ) : (
        <span />
      )}
      <div class="steer__middle">
        {room.away.value && (
          <button type="button" class="button" onClick={() => go(room.step)}>
            <Icon name="people" /> {t("Bring everyone here")}
          </button>
        )}
        <span class="steer__label">
          {t("Step {n} of {all}", { n: room.agenda.steps.indexOf(group) + 1, all: room.agenda.steps.length })}
        </span>
        <TimerMenu step={group} />
        {writing > 0 && (
          <span class="writing-now">
            <Icon name="writing" /> {tn("somebody is writing", "{n} people are writing", writing)}
          </span>
        )}
      </div>
      {after && (
        <button type="button" class="button button--primary" data-next-step onClick={() => go(after)}>
          {asked === after.id ? t("Go on anyway") : t("Next: {step}", { step: after.name })} <Icon name="next" />
        </button>
      )}
      <div role="alert" class={asked ? undefined : "visually-hidden"}>
        {asked && (
          <Notice kind="warm">
            <p>
              {tn(
                "Somebody is still writing. Press once more to go on. What is written is kept.",
                "{n} people are still writing. Press once more to go on. What is written is kept.",
                writing,
              )}
            </p>
          </Notice>
        )}
      </div>
    </section>
  );
}

function TimerMenu({ step }: { step: StepInfo }) {
  const room = useRoom();
  const runs = communityOf(room.state)?.timer_ends;
  const start = (minutes: number) => ({
    id: `m${minutes}`,
    label: tn("one minute", "{n} minutes", minutes),
    icon: "timer",
    run: () => void room.send("timer.start", { seconds: minutes * 60 }).catch(() => undefined),
  });
  const minutes = [...new Set([step.minutes, 2, 5, 10, 15])].filter((n) => n > 0).sort((a, b) => a - b);
  const stop = {
    id: "stop",
    label: t("Take the timer away"),
    icon: "close",
    run: () => void room.send("timer.stop", {}).catch(() => undefined),
  };
  return (
    <Menu
      label={t("Timer")}
      icon="timer"
      buttonClass="button button--quiet"
      actions={runs ? [stop, ...minutes.map(start)] : minutes.map(start)}
    >
      <span class="steer-words">{t("Timer")}</span>
    </Menu>
  );
}

/** A soft timer: it never stops anybody. */
export function Timer() {
  const room = useRoom();
  const ends = communityOf(room.state)?.timer_ends ?? null;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (ends === null) return undefined;
    let last = Infinity;
    const tick = () => {
      const seconds = Math.ceil((ends - room.live.now()) / 1000);
      setLeft(seconds);
      if (last > 60 && last !== Infinity && seconds <= 60 && seconds > 0) announce(t("One minute left."));
      if (last > 0 && last !== Infinity && seconds <= 0) announce(t("The time is up. Finish quietly."));
      last = seconds;
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [ends]);
  if (ends === null) return null;
  const over = left <= 0;
  const clock = `${Math.floor(Math.max(0, left) / 60)}:${String(Math.max(0, left) % 60).padStart(2, "0")}`;
  return (
    <span
      class={`timer${over ? " is-done" : left <= 60 ? " is-ending" : ""}`}
      role="timer"
      aria-label={over ? t("The time is up. Finish quietly.") : t("Time left: {clock}", { clock })}
    >
      <Icon name="timer" /> {over ? t("Time is up. Finish quietly.") : clock}
    </span>
  );
}
