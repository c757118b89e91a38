/** Opens the screen for the beamer, in a window of its own that is used again. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";

const WINDOW = "minidorp-screen";

export function ScreenButton({ className = "button button--quiet" }: { className?: string }) {
  const room = useRoom();
  const address = room.boot.urls["screen"] ?? `/c/${room.boot.community.id}/screen`;
  return (
    <button type="button" class={className} onClick={() => window.open(address, WINDOW, "popup,width=1280,height=720")?.focus()}>
      <Icon name="eye" /> {t("Open the screen")}
    </button>
  );
}
