/** The parts of the drawer. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { wide } from "../../core/ui/media";
import { AboutStep, AllSteps } from "../../features/agenda";
import { HelpLink } from "../../features/guide";
import { Road } from "../../features/meetings";
import type { PanelProps } from "./panelProps";

export { Help } from "../../features/guide";
export { More, People } from "./side";

/** Today's agenda first, then every step there is. */
export function RoadPanel({ onGone }: PanelProps) {
  return (
    <div class="stack">
      <Road />
      <AllSteps onGone={onGone} />
    </div>
  );
}

export function StepPanel({ onHelp }: PanelProps) {
  const room = useRoom();
  return (
    <div class="stack">
      {!wide.value && (
        <p>
          <HelpLink buttonClass="button" label={t("Help with this step")} onBeside={onHelp} />
        </p>
      )}
      <AboutStep step={room.step} />
    </div>
  );
}
