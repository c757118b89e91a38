/** What the core team moves the group with: the next act, a step back, and the clock. */
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Move, Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import type { Action } from "../../core/ui/menu";
import { Menu } from "../../core/ui/menu";
import { Notice } from "../../core/ui/notice";
import { Timer } from "./timer";

const SECOND_PRESS_TIMEOUT_MS = 8_000;

/** How many others are writing now, on any board. */
function writingNow(room: Room): number {
  const mine = room.typing.board.value ? 1 : 0;
  return Math.max(0, Object.values(room.live.presence.value.writing).reduce((sum, n) => sum + n, 0) - mine);
}

/** Going elsewhere, which asks for a second press while others write. */
function useGoing(): { asked: string | null; writing: number; go: (move: Move) => void } {
  const room = useRoom();
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(null), SECOND_PRESS_TIMEOUT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const writing = writingNow(room);
  const go = (move: Move) => {
    if (writing > 0 && asked !== move.id) {
      setAsked(move.id);
      return;
    }
    setAsked(null);
    void move.run();
  };
  return { asked, writing, go };
}

/** Back, the clock and what comes next; only for the core team. */
export function Steer() {
  const room = useRoom();
  const { asked, writing, go } = useGoing();
  if (!room.steering.value) return null;
  const group = room.groupStep.value;
  const { back, on, minutes, between } = room.moves();
  const act = room.away.value ? null : room.nextAct(between === null ? group : null);
  const here = room.step;
  return (
    <section class="steer" aria-label={t("Guide the group")}>
      <button
        type="button"
        class="button button--icon button--quiet"
        disabled={!back}
        data-do="back"
        aria-label={back ? t("Back to: {step}", { step: back.name }) : t("Previous step")}
        title={back?.name}
        onClick={() => back && go(back)}
      >
        <Icon name="back" />
      </button>
      <ClockButton planned={minutes} />
      {room.away.value ? (
        <button
          type="button"
          class="button button--primary steer__next"
          data-do="bring"
          onClick={() => go({ id: here.id, name: here.name, run: () => room.start(here) })}
        >
          <Icon name="people" /> <span class="steer__words">{t("Bring everyone here")}</span>
        </button>
      ) : (
        <>
          {act && (
            <button
              type="button"
              class="button button--primary steer__next"
              data-do="act"
              data-act={act.id}
              onClick={() => void act.run().catch(() => undefined)}
            >
              <Icon name={act.icon} /> <span class="steer__words">{act.label}</span>
            </button>
          )}
          {on && (
            <button
              type="button"
              class={act ? "button button--icon button--quiet" : "button button--primary steer__next"}
              data-next-step
              aria-label={act ? t("Go on to: {step}", { step: on.name }) : undefined}
              title={on.name}
              onClick={() => go(on)}
            >
              {!act && <span class="steer__words">{asked === on.id ? t("Go on anyway") : t("Next: {step}", { step: on.name })}</span>}{" "}
              <Icon name="next" />
            </button>
          )}
        </>
      )}
      <div role="alert" class={asked ? "steer__asked" : "visually-hidden"}>
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

/** One press starts the planned minutes; while the clock runs it opens what can be done with it. */
function ClockButton({ planned }: { planned: number }) {
  const room = useRoom();
  const runs = communityOf(room.state)?.timer_ends != null;
  const minutes = planned || 5;
  const start = (n: number) => void room.send("timer.start", { seconds: n * 60 }).catch(() => undefined);
  if (!runs) {
    return (
      <button type="button" class="button button--quiet steer__clock" data-do="clock" onClick={() => start(minutes)}>
        <Icon name="timer" /> <span class="visually-hidden">{t("Start the clock:")}</span> {t("{n} min", { n: minutes })}
      </button>
    );
  }
  const others = [...new Set([planned, 2, 5, 10, 15])].filter((n) => n > 0).sort((a, b) => a - b);
  const actions: Action[] = [
    { id: "stop", label: t("Take the timer away"), icon: "close", run: () => void room.send("timer.stop", {}).catch(() => undefined) },
    ...others.map((n) => ({ id: `m${n}`, label: tn("one minute", "{n} minutes", n), icon: "timer", run: () => start(n) })),
  ];
  return (
    <Menu label={t("Clock")} icon="timer" buttonClass="button button--quiet steer__clock" actions={actions}>
      <Timer bare />
    </Menu>
  );
}
