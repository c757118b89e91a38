/** Opens the screen for the beamer, in a window of its own that is used again. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";

const WINDOW = "minidorp-screen";

interface Props {
  className?: string;
  /** Only its icon, where there is little room. */
  bare?: boolean;
}

export function ScreenButton({ className = "button button--quiet", bare = false }: Props) {
  const room = useRoom();
  const address = room.boot.urls["screen"] ?? `/c/${room.boot.community.id}/screen`;
  return (
    <button
      type="button"
      class={className}
      data-do="screen"
      aria-label={bare ? t("Open the screen") : undefined}
      title={bare ? t("Open the screen") : undefined}
      onClick={() => window.open(address, WINDOW, "popup,width=1280,height=720")?.focus()}
    >
      <Icon name="screen" /> {!bare && t("Open the screen")}
    </button>
  );
}
