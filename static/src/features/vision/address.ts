/**
 * The address while somebody goes between the room and the vision. It is the vision's for whoever looks at it
 * without the group; who is with the group has the room's, and a reload brings them to where the group is.
 */
import { effect, signal, untracked } from "@preact/signals";
import type { Room } from "../../core/room/room";

/** The card that somebody goes to the vision with, until it has a place in the text. */
export const brought = signal<string | null>(null);

interface Left {
  step?: string;
}

/** Shows what the address says, and lets the address say what is shown. Links between the two load no page. */
export function followAddress(room: Room): void {
  const { home, vision } = addresses(room);
  let last = "";
  let group = "";
  let arriving = false;

  const arrive = () => {
    const there = location.pathname === vision;
    const left = (history.state as Left | null)?.step;
    const step = there ? room.stepWith("vision") : (room.agenda.step(left ?? null) ?? room.groupStep.peek());
    brought.value = there ? new URLSearchParams(location.search).get("card") : null;
    arriving = true;
    if (step) room.look(step.id);
    arriving = false;
  };

  const go = (address: string) => {
    remember(room.shown.peek());
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    arrive();
  };

  if (location.pathname === vision) brought.value = new URLSearchParams(location.search).get("card");
  globalThis.addEventListener("popstate", arrive);
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || room.state.seq < 0 || !room.stepWith("vision")) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.hash || (to.pathname !== vision && to.pathname + to.search !== home)) return;
    event.preventDefault();
    link.closest("details")?.removeAttribute("open");
    go(to.pathname + to.search);
  });

  effect(() => {
    const { value: shown } = room.shown;
    const away = room.away.value;
    const now = room.groupStep.value.id;
    if (room.state.seq < 0 || shown === last) return;
    const before = last;
    const moved = !away && now !== group;
    [last, group] = [shown, now];
    if (before === "" || arriving) return;
    untracked(() => {
      const text = room.agenda.step(shown)?.tool === "vision" && (away || location.pathname === vision);
      const address = text ? vision : home;
      if (address === location.pathname) return;
      // Where the group went is no step of one's own to go back to.
      if (moved) history.replaceState(null, "", address);
      else {
        remember(before);
        history.pushState(null, "", address);
      }
    });
  });
}

function addresses(room: Room): { home: string; vision: string } {
  const { urls, community } = room.boot;
  const home = urls["room"] ?? `/c/${community.id}/`;
  return { home, vision: urls["vision"] ?? `${home}vision` };
}

/** The step to come back to with the browser's button. */
function remember(step: string): void {
  const left: Left = { step };
  history.replaceState(left, "");
}

/** The link that was pressed to go there on this page; null for a new tab, a download and everything else. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const other = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  return other || !link || link.target || link.hasAttribute("download") ? null : link;
}
