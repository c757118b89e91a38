/** The open meeting: its agenda, where the group is in it, and what time that leaves. Pure functions. */
import { t } from "../../core/i18n/strings";
import type { State } from "../../core/store/fold";
import type { Agenda } from "../../core/store/phases";
import type { AgendaItem, Meeting } from "../../generated/catalogue";

/** Done, here, still to come; or passed over, which says that the group never was there. */
export type ItemState = "done" | "now" | "soon" | "skipped";

/** An item of today's agenda, in words. */
export interface TodayItem extends AgendaItem {
  readonly name: string;
  readonly state: ItemState;
  /** When it was to begin, in milliseconds. */
  readonly planned_at: number;
}

/** The open meeting as a road. */
export interface Today {
  readonly meeting: Meeting;
  readonly items: readonly TodayItem[];
  /** Where in `items` the group is, or was last; -1 before the first. */
  readonly at: number;
  /** When the current item began, in milliseconds; null while the group is at none of them. */
  readonly since: number | null;
  /** When all was to be over, in milliseconds. */
  readonly ends_at: number;
  /** "Step 3 of 6 today": breaks and the like do not count. `n` is 0 before the first step. */
  readonly step: { readonly n: number; readonly of: number };
}

const MINUTE_MS = 60_000;
const SHORTEST_BREAK = 5;
/** So long after the planned end nobody keeps to the plan any more: the meeting was left open. */
const LEFT_OPEN_MINUTES = 60;

export function openMeeting(state: State): Meeting | undefined {
  return Object.values(state.collections.meetings).find((meeting) => meeting.state === "open");
}

/** A meeting that is planned for the day of this moment (milliseconds), in the device's own time. */
export function plannedFor(state: State, now: number): Meeting | undefined {
  const moment = new Date(now);
  const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  return Object.values(state.collections.meetings).find((meeting) => meeting.state === "planned" && meeting.date === day);
}

/** The meeting that was held last, if any was. */
export function lastMeeting(state: State): Meeting | undefined {
  const held = Object.values(state.collections.meetings).filter((meeting) => meeting.state === "closed");
  return held.sort((a, b) => a.date.localeCompare(b.date) || (a.closed_at ?? 0) - (b.closed_at ?? 0)).at(-1);
}

/** What an item is called. */
export function itemName(item: AgendaItem, agenda: Agenda): string {
  if (item.title) return item.title;
  const step = agenda.step(item.step);
  return step ? step.name : kindName(item.kind);
}

function kindName(kind: AgendaItem["kind"]): string {
  const names: Readonly<Record<AgendaItem["kind"], () => string>> = {
    step: () => t("A step"),
    coffee: () => t("Coming in, with coffee"),
    recap: () => t("Looking back"),
    break: () => t("Break"),
    round: () => t("Closing round"),
    celebrate: () => t("Celebrating"),
    other: () => t("Something else"),
  };
  return names[kind]();
}

/** Where the group is in an agenda, or was last; -1 before the first. */
function position(meeting: Meeting): number {
  const here = meeting.agenda.findIndex((item) => item.id === meeting.item);
  if (here >= 0) return here;
  return meeting.agenda.findLastIndex((item) => item.started_at !== null);
}

/** The item where the group is; null while it is at none. */
export function currentItem(state: State): AgendaItem | null {
  const meeting = openMeeting(state);
  return meeting?.agenda.find((item) => item.id === meeting.item) ?? null;
}

/** The item after the one where the group is, or was last. */
export function nextItem(state: State): AgendaItem | null {
  const meeting = openMeeting(state);
  return meeting?.agenda[position(meeting) + 1] ?? null;
}

/** The item before the one where the group is; the one it was at last while it is at none. */
export function previousItem(state: State): AgendaItem | null {
  const meeting = openMeeting(state);
  if (!meeting) return null;
  return meeting.agenda[position(meeting) - (meeting.item === null ? 0 : 1)] ?? null;
}

/** Today's road; null without an open meeting, or when that has no agenda. */
export function today(state: State, agenda: Agenda): Today | null {
  const meeting = openMeeting(state);
  if (!meeting?.agenda.length || meeting.opened_at === null) return null;
  const at = position(meeting);
  let planned_at = meeting.opened_at;
  const items = meeting.agenda.map((item, n) => {
    const made: TodayItem = { ...item, name: itemName(item, agenda), state: stateOf(item, n, at, meeting), planned_at };
    planned_at += item.minutes * MINUTE_MS;
    return made;
  });
  const isStep = (item: TodayItem) => item.step !== null;
  return {
    meeting,
    items,
    at,
    since: meeting.item === null ? null : meeting.item_started_at,
    ends_at: planned_at,
    step: { n: items.slice(0, at + 1).filter(isStep).length, of: items.filter(isStep).length },
  };
}

function stateOf(item: AgendaItem, n: number, at: number, meeting: Meeting): ItemState {
  if (item.id === meeting.item) return "now";
  if (n > at) return "soon";
  return item.started_at === null ? "skipped" : "done";
}

/** How long an item that is done took: until the group came to another one. Null while that is not known. */
export function minutesTaken(road: Today, item: TodayItem): number | null {
  const began = item.started_at;
  if (item.state !== "done" || began === null) return null;
  const later = [...road.items.map((one) => one.started_at), road.since].filter((at) => at !== null && at > began);
  return later.length ? Math.max(1, Math.round((Math.min(...(later as number[])) - began) / MINUTE_MS)) : null;
}

/** Whether the meeting goes on long after its planned end: then there is nothing left to share. */
export function leftOpen(road: Today, now: number): boolean {
  return now > road.ends_at + LEFT_OPEN_MINUTES * MINUTE_MS;
}

/**
 * How many minutes later than planned the group is; below zero, earlier. A current item that takes longer
 * than planned counts as soon as it does.
 */
export function minutesLate(road: Today, now: number): number {
  const item = road.items[road.at];
  if (!item || road.since === null || leftOpen(road, now)) return 0;
  const would = Math.max(road.since, now - item.minutes * MINUTE_MS);
  return Math.round((would - item.planned_at) / MINUTE_MS);
}

/** From now on: per item that is not over, when it begins and how long it takes. */
export interface Forecast {
  readonly starts_at: number;
  readonly minutes: number;
}

/**
 * What is left of the planned time, shared over the items that are left: as planned while there is enough,
 * in proportion when there is less. A break keeps at least five minutes.
 */
export function forecast(road: Today, now: number): ReadonlyMap<string, Forecast> {
  const found = new Map<string, Forecast>();
  const here = road.items[road.at];
  let starts_at = now;
  if (here && road.since !== null) {
    const minutes = shares(road.items.slice(road.at), road.ends_at - road.since, leftOpen(road, now))[0] ?? here.minutes;
    found.set(here.id, { starts_at: road.since, minutes });
    starts_at = Math.max(now, road.since + minutes * MINUTE_MS);
  }
  const later = road.items.slice(road.at + 1);
  const minutes = shares(later, road.ends_at - starts_at, leftOpen(road, now));
  for (const [n, item] of later.entries()) {
    found.set(item.id, { starts_at, minutes: minutes[n] ?? item.minutes });
    starts_at += (minutes[n] ?? item.minutes) * MINUTE_MS;
  }
  return found;
}

/** The minutes of an item: as planned, or its share of what is left when the group is late. */
export function minutesFor(road: Today, item: string, now: number): number {
  return forecast(road, now).get(item)?.minutes ?? road.items.find((one) => one.id === item)?.minutes ?? 0;
}

function shares(items: readonly TodayItem[], available_ms: number, as_planned: boolean): number[] {
  const planned = items.map((item) => item.minutes);
  const all = sum(planned);
  const available = Math.max(0, available_ms / MINUTE_MS);
  if (as_planned || available >= all) return planned;
  const pause = (item: TodayItem) => item.kind === "break";
  const shortest = items.map((item) =>
    pause(item) ? Math.max(Math.min(SHORTEST_BREAK, item.minutes), Math.floor((item.minutes * available) / all)) : 0,
  );
  const others = sum(items.map((item) => (pause(item) ? 0 : item.minutes)));
  const part = others ? Math.max(0, available - sum(shortest)) / others : 0;
  // Rounded at their ends, so that together they take what there is.
  let end = 0;
  return items.map((item, n) => {
    if (pause(item)) return shortest[n] ?? 0;
    const before = Math.round(end);
    end += item.minutes * part;
    return Math.max(1, Math.round(end) - before);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
