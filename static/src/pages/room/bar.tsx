/** The one bar of the room: where we are, the clock, who is here, and the way to everything else. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { narrow, wide } from "../../core/ui/media";
import { phaseName, Steer, Timer } from "../../features/agenda";
import { HelpLink } from "../../features/guide";
import { today } from "../../features/meetings";
import { ScreenButton } from "../../features/screen";
import type { DrawerPart } from "./drawer";
import { openDrawer } from "./drawer";

function DrawerButton({ part, icon, label, badge }: { part: DrawerPart; icon: string; label: string; badge?: number }) {
  const room = useRoom();
  return (
    <button
      type="button"
      class="button button--quiet bar__button"
      data-drawer={part}
      aria-label={label}
      aria-expanded={room.drawer.value === part}
      title={label}
      onClick={() => openDrawer(room, part)}
    >
      <Icon name={icon} /> {badge !== undefined && <span class="bar__count">{badge}</span>}
    </button>
  );
}

export function Bar() {
  const room = useRoom();
  const step = room.step;
  const phase = room.agenda.phaseOf(step);
  const here = Object.values(room.live.presence.value.here).reduce((sum, n) => sum + n, 0);
  const phone = narrow.value;
  const between = room.away.value ? null : room.moves().between;
  const name = between ?? step.name;
  const road = today(room.state, room.agenda);
  return (
    <header class="bar" data-hue={phase.colour}>
      <Icon name={`house-${phase.picture}`} className="bar__house" />
      <div class="bar__where">
        <p class="bar__phase">{phaseName(room.state, phase)}</p>
        <h1 class="bar__step" tabIndex={-1} title={name}>
          {name}
        </h1>
        {road && road.step.n > 0 && <p class="bar__today">{t("Step {n} of {all} today", { n: road.step.n, all: road.step.of })}</p>}
      </div>
      {!room.steering.value && <Timer />}
      {!phone && (
        <>
          <DrawerButton part="road" icon="list" label={t("All steps")} />
          <DrawerButton part="people" icon="people" label={tn("{n} person is here", "{n} people are here", here)} badge={here} />
          {room.steering.value && <ScreenButton className="button button--quiet bar__button" bare />}
          <Steer />
          {wide.value && <HelpLink buttonClass="button button--quiet bar__button" onBeside={() => openDrawer(room, "help")} />}
        </>
      )}
      <DrawerButton part={phone ? "more" : "step"} icon="menu" label={phone ? t("Everything else") : t("About this step, and more")} />
    </header>
  );
}

/** On a phone the core team guides from the bottom, where the thumb is. */
export function Foot() {
  const room = useRoom();
  if (!narrow.value || !room.steering.value) return null;
  return (
    <footer class="foot-bar">
      <Steer />
    </footer>
  );
}
