/** The way back to the step where the group is. */
import { t } from "../i18n/strings";
import { Icon } from "../ui/icon";
import { hasBottomBar } from "../ui/media";
import { useRoom } from "./room";

/** For whoever looks elsewhere than the group. In the bar at the bottom where there is one. */
export function BackToGroup({ inBar = false }: { inBar?: boolean }) {
  const room = useRoom();
  if (!room.away.value || inBar !== hasBottomBar.value) return null;
  return (
    <button type="button" class="button button--primary back-to-group" onClick={() => room.look(room.groupStep.value.id)}>
      <Icon name="back" /> {t("Back to the group: {step}", { step: room.groupStep.value.name })}
    </button>
  );
}
