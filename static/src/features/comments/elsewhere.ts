/** An author is told at any other step than the vision what came of a comment or proposal. */
import { effect } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { toast } from "../../core/ui/toasts";
import { outcomeOf } from "./outcome";
import { newsFor } from "./selectors";

const told = new WeakSet<Room>();

/** From now on a message comes, once for each. It stays unseen until its author says so in the vision. */
export function tell(room: Room): void {
  if (told.has(room)) return;
  told.add(room);
  const known = new Set<string>();
  effect(() => {
    const fresh = newsFor(room.state, room.boot.me.member).filter((one) => !known.has(one.id));
    for (const one of fresh) known.add(one.id);
    const there = room.stepWith("vision");
    if (!fresh.length || !there || document.querySelector(".vision")) return;
    const text = fresh.map((one) => `${outcomeOf(one)} ${one.answer}`.trim()).join(" ");
    toast(`${t("About what you wrote")}: ${text}`, { action: { label: t("Go to it"), run: () => room.look(there.id) } });
  });
}
