/** In whose name the core team acts now. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Notice } from "../../core/ui/notice";
import { labelOf } from "./selectors";

export function TypingFor() {
  const room = useRoom();
  const as = room.asMember.value;
  const member = as ? room.state.collections.members[as] : undefined;
  if (!as) return null;
  return (
    <Notice kind="warm" icon="edit" role="status" layout="cluster cluster--spread">
      <p>{t("You now type for {name}.", { name: member ? labelOf(room.state, member) : "" })}</p>
      <button type="button" class="button button--small" onClick={() => (room.asMember.value = null)}>
        {t("Stop")}
      </button>
    </Notice>
  );
}
