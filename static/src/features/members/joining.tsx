/** Who is on the way in, for whoever steers: where people get stuck is seen while it happens. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";

/** A line with how many opened the link, are choosing a name, and are in. Nothing when nobody is on the way. */
export function Joining() {
  const { here, joining } = useRoom().live.presence.value;
  const { opened = 0, choosing = 0 } = joining ?? {};
  if (!opened && !choosing) return null;
  const arrived = Object.values(here).reduce((sum, n) => sum + n, 0);
  return (
    <p class="joining small" role="status">
      <Icon name="door" />
      {opened > 0 && <span>{tn("{n} person scanned", "{n} people scanned", opened)}</span>}
      {choosing > 0 && <span>{tn("{n} person is choosing a name", "{n} people are choosing a name", choosing)}</span>}
      <span>{tn("{n} person in", "{n} people in", arrived)}</span>
    </p>
  );
}

/** Beside "Invite people": that phones cannot come in yet. Nothing when they can. */
export function InviteNote() {
  if (useRoom().boot.reachable) return null;
  return (
    <p class="joining small">
      <Icon name="warning" /> <span>{t("Phones cannot open this address yet. The invitation says what to do.")}</span>
    </p>
  );
}
