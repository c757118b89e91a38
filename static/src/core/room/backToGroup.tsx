/** The way back to the step where the group is. */
import { t } from "../i18n/strings";
import { Icon } from "../ui/icon";
import { useRoom } from "./room";

/** For whoever looks elsewhere than the group. */
export function BackToGroup() {
  const room = useRoom();
  if (!room.away.value) return null;
  return (
    <button type="button" class="button button--primary back-to-group" onClick={() => room.look(room.groupStep.value.id)}>
      <Icon name="back" /> <span>{t("Back to the group: {step}", { step: room.groupStep.value.name })}</span>
    </button>
  );
}
