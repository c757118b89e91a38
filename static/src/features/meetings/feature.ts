/** Today's agenda leads the group: from item to item, from opening the meeting to closing it. */
import { t } from "../../core/i18n/strings";
import type { Feature, Move, Moves, NextAct, Room } from "../../core/room/room";
import type { AgendaItem } from "../../generated/catalogue";
import { goTo, itemNow } from "./items";
import { currentItem, forecast, itemName, nextItem, openMeeting, plannedFor, previousItem, today } from "./selectors";

export const meetings: Feature = { moves, nextAct };

function moves(room: Room): Moves | null {
  const road = today(room.state, room.agenda);
  if (!road) return null;
  const to = (item: AgendaItem | null): Move | null =>
    item && { id: item.id, name: itemName(item, room.agenda), run: () => goTo(room, item) };
  const here = currentItem(room.state);
  const between = itemNow(room);
  return {
    back: to(previousItem(room.state)),
    on: to(nextItem(room.state)),
    minutes: here ? (forecast(road, room.live.now()).get(here.id)?.minutes ?? here.minutes) : room.groupStep.value.minutes,
    between: between && itemName(between, room.agenda),
  };
}

/** A meeting that is planned for today is opened; after the last item it is closed. */
function nextAct(room: Room): NextAct | null {
  const open = openMeeting(room.state);
  if (!open) {
    const planned = plannedFor(room.state, room.live.now());
    if (!planned) return null;
    const run = () => room.send("meeting.open", { meeting: planned.id, present: [] });
    return { id: "open-meeting", label: t("Begin the meeting"), icon: "play", run };
  }
  if (!open.agenda.length || nextItem(room.state) || open.item === null) return null;
  return { id: "close-meeting", label: t("Close the meeting"), icon: "check", run: () => room.send("meeting.close", { meeting: open.id }) };
}
