/** Whether the connection is there. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";

const BACK_SHOWN_MS = 3_000;

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
    const timer = setTimeout(() => setBack(false), BACK_SHOWN_MS);
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
