/** The time that is left, for everybody to see. It never stops anybody. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useStage } from "../../core/stage/stage";

const TICK_MS = 500;

/** Seconds until a moment, each half second anew; null when there is none. */
export function useSecondsUntil(ends: number | null): number | null {
  const stage = useStage();
  const [now, setNow] = useState(() => stage.live.now());
  useEffect(() => {
    if (ends === null) return undefined;
    setNow(stage.live.now());
    const timer = setInterval(() => setNow(stage.live.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [ends]);
  return ends === null ? null : Math.max(0, Math.ceil((ends - now) / 1000));
}

/** Seconds as people read them: 4:05. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function Clock({ ends, large = false }: { ends: number | null; large?: boolean }) {
  const left = useSecondsUntil(ends);
  if (left === null) return null;
  const clock = clockOf(left);
  const state = left === 0 ? " is-over" : left <= 60 ? " is-ending" : "";
  return (
    <p
      class={`screen-clock${large ? " screen-clock--large" : ""}${state}`}
      role="timer"
      aria-label={left ? t("Time left: {clock}", { clock }) : t("Time is up. Finish quietly.")}
    >
      {left ? clock : t("Time is up. Finish quietly.")}
    </p>
  );
}
