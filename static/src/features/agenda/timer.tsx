/** The clock that everybody sees. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import { announce } from "../../core/ui/announce";
import { Icon } from "../../core/ui/icon";

/** A soft timer: it never stops anybody. */
export function Timer({ bare = false }: { bare?: boolean }) {
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
      {!bare && <Icon name="timer" />} {over ? t("Time's up") : clock}
    </span>
  );
}
