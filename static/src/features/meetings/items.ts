/** What the room does with the items of today's agenda. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { announce } from "../../core/ui/announce";
import type { AgendaItem } from "../../generated/catalogue";
import { currentItem, itemName, openMeeting } from "./selectors";

const REFRESH_MS = 10_000;

/** The item that stands before the step's screen, such as a break or looking back; null while a step is on. */
export function itemNow(room: Room): AgendaItem | null {
  const item = currentItem(room.state);
  return item && item.step === null ? item : null;
}

/** Brings everyone to an item of the open meeting; whoever asked for it goes at once. */
export async function goTo(room: Room, item: AgendaItem): Promise<void> {
  const meeting = openMeeting(room.state);
  if (!meeting) return;
  try {
    await room.send("meeting.go_to", { meeting: meeting.id, item: item.id });
  } catch {
    return; // The refusal has been shown as a message.
  }
  room.look(item.step ?? room.groupStep.value.id);
  announce(t("Everyone goes to: {step}", { step: itemName(item, room.agenda) }));
}

/** The time on the server, kept up to date while the component is there. */
export function useNow(room: Room): number {
  const [now, setNow] = useState(() => room.live.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(room.live.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, [room]);
  return now;
}

/** A time of the day in the person's language. */
export function clock(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(at);
}
