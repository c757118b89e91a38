/** The way to the page of the guide that belongs to the step on the screen. */

import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { wide } from "../../core/ui/media";

/** The address of the guide. */
export function guideOf(room: Room): string {
  return room.boot.urls["guide"] ?? "/guide";
}

/** A link to the page of this step; where there is room, `onBeside` shows it beside the board instead. */
export function HelpLink({ onBeside, label, buttonClass }: { onBeside: () => void; label?: string; buttonClass: string }) {
  const room = useRoom();
  return (
    <a
      class={buttonClass}
      href={`${guideOf(room)}/${room.step.help}`}
      target="_blank"
      rel="noopener"
      data-do="help"
      aria-label={label ? undefined : t("Help with this step")}
      title={label ? undefined : t("Help with this step")}
      onClick={(event) => {
        if (!wide.peek() || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onBeside();
      }}
    >
      <Icon name="help" /> {label}
    </a>
  );
}
