/** Everybody says for themselves whether their first name may stand on the screen. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";

export function NameOnScreen() {
  const room = useRoom();
  const who = room.asMember.value ?? room.me;
  const shown = room.state.collections.screen_names[who] !== undefined;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => void room.send("screen.name", { shown: event.currentTarget.checked }).catch(() => undefined)}
      />
      <span>{t("My first name may stand on the big screen.")}</span>
    </label>
  );
}
