/**
 * Everything that need not be in view all the time, behind one button. On a wide screen it can stay open
 * beside the board; elsewhere it lies over the page.
 */
import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { keepOnDevice, keptOnDevice } from "../../core/store/device";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import { lazy } from "../../core/ui/lazy";
import { wide } from "../../core/ui/media";
import type { PanelProps } from "./panelProps";

const KEPT = "minidorp.drawer";

/** The panels come together, when the first is opened or the page is calm. */
const panel = (name: keyof typeof import("./panels")) => lazy<PanelProps>(() => import("./panels").then((part) => part[name]));

interface Part {
  label: () => string;
  icon: string;
  Panel: ComponentType<PanelProps>;
}

const PARTS = {
  step: { label: () => t("This step"), icon: "info", Panel: panel("StepPanel") },
  road: { label: () => t("The road"), icon: "list", Panel: panel("RoadPanel") },
  people: { label: () => t("People"), icon: "people", Panel: panel("People") },
  more: { label: () => t("More"), icon: "menu", Panel: panel("More") },
  help: { label: () => t("Help"), icon: "help", Panel: panel("Help") },
} as const satisfies Record<string, Part>;

export type DrawerPart = keyof typeof PARTS;

function isPart(name: string | null): name is DrawerPart {
  return name !== null && Object.hasOwn(PARTS, name);
}

/** Help stands beside the board only; elsewhere it opens in a tab of its own. */
function hasTab(part: DrawerPart): boolean {
  return part !== "help" || wide.value;
}

/** Opens a part; what is open already closes. */
export function openDrawer(room: Room, part: DrawerPart | null): void {
  room.drawer.value = room.drawer.peek() === part ? null : part;
  if (wide.peek()) keepOnDevice(KEPT, room.drawer.peek() ?? "");
}

/** Opens again what stayed open on this device, where there is room for it. */
export function restoreDrawer(room: Room): void {
  const kept = keptOnDevice(KEPT);
  if (wide.peek() && isPart(kept)) room.drawer.value = kept;
}

function Tabs({ part, choose }: { part: DrawerPart; choose: (part: DrawerPart) => void }) {
  return (
    <nav class="drawer__tabs" aria-label={t("Parts")}>
      {(Object.keys(PARTS) as DrawerPart[]).filter(hasTab).map((one) => (
        <button
          key={one}
          type="button"
          class="drawer__tab"
          aria-current={one === part ? "true" : undefined}
          data-part={one}
          onClick={() => choose(one)}
        >
          <Icon name={PARTS[one].icon} />
          <span>{PARTS[one].label()}</span>
        </button>
      ))}
    </nav>
  );
}

export function Drawer() {
  const room = useRoom();
  const open = room.drawer.value;
  const beside = wide.value;
  const place = useRef<HTMLElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    // What stayed open on this device does not take the focus when the page begins.
    if (begun.current && beside && open) place.current?.focus({ preventScroll: true });
    begun.current = true;
  }, [open]);
  if (!isPart(open) || !hasTab(open)) return null;
  const { Panel } = PARTS[open];
  const close = () => openDrawer(room, null);
  const choose = (part: DrawerPart) => {
    if (part !== open) openDrawer(room, part);
  };
  // What lies over the page goes away once somebody has chosen; what stands beside it stays.
  const gone = beside ? () => undefined : close;
  if (!beside) {
    return (
      <Dialog title={PARTS[open].label()} onClose={close} quiet>
        <Tabs part={open} choose={choose} />
        <Panel onGone={gone} onHelp={() => openDrawer(room, "help")} />
      </Dialog>
    );
  }
  return (
    <aside ref={place} class="drawer" tabIndex={-1} aria-label={PARTS[open].label()}>
      <header class="drawer__head">
        <h2>{PARTS[open].label()}</h2>
        <button type="button" class="button button--icon button--quiet" aria-label={t("Close")} data-do="close-drawer" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <Tabs part={open} choose={choose} />
      <div class="drawer__body">
        <Panel onGone={gone} onHelp={() => openDrawer(room, "help")} />
      </div>
    </aside>
  );
}
