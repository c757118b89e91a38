/** The step in which the group goes to the page of the vision. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Empty } from "../../core/ui/empty";
import { Icon } from "../../core/ui/icon";

export function ToVision() {
  const room = useRoom();
  return (
    <Empty picture="empty-vision" text={t("Our vision is one text. Everyone can read it and write in it.")}>
      <a class="button button--primary button--big" href={room.boot.urls["vision"] ?? `/c/${room.boot.community.id}/vision`}>
        <Icon name="edit" /> {t("Go to our vision")}
      </a>
    </Empty>
  );
}
