import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../../core/store/fold";
import { emptyState, foldAll } from "../../core/store/fold";
import type { PhaseInfo, StepInfo } from "../../core/store/phases";
import { Agenda } from "../../core/store/phases";
import type { AgendaItem, Meeting } from "../../generated/catalogue";
import {
  currentItem,
  forecast,
  lastMeeting,
  leftOpen,
  minutesFor,
  minutesLate,
  minutesTaken,
  nextItem,
  openMeeting,
  previousItem,
  today,
} from "./selectors";

const START = 1_800_000_000_000;
const at = (minutes: number) => START + minutes * 60_000;

const step = (id: string, name: string) => ({ id, phase: "see", name }) as StepInfo;
const agenda = new Agenda([{ id: "see", steps: [step("s-1", "Look"), step("s-2", "Tell"), step("s-3", "Choose")] } as PhaseInfo]);

const item = (id: string, minutes: number, started_at: number | null = null): AgendaItem => ({
  id,
  kind: id.startsWith("s-") ? "step" : (id as AgendaItem["kind"]),
  step: id.startsWith("s-") ? id : null,
  title: "",
  minutes,
  started_at,
});

/** Coffee 10, look 20, tell 30, a break of 10, choose 20: an hour and a half. */
function meeting(item_now: string | null, since: number | null, fields: Partial<Meeting> = {}): Meeting {
  const order = ["coffee", "s-1", "s-2", "break", "s-3"];
  const minutes = [10, 20, 30, 10, 20];
  const here = order.indexOf(item_now ?? "s-1");
  return {
    id: "meeting-1",
    date: "2027-03-02",
    title: "Evening one",
    place: "",
    phases: [],
    state: "open",
    present: [],
    agenda: order.map((id, n) => item(id, minutes[n] ?? 0, n <= here ? START : null)),
    item: item_now,
    opened_at: START,
    closed_at: null,
    item_started_at: since,
    ...fields,
  };
}

const stateWith = (...meetings: Meeting[]): State =>
  foldAll(
    emptyState(),
    meetings.map((one) => ({ type: "meeting.changed", meeting: one })),
  );

function road(now: string | null, since: number | null, fields: Partial<Meeting> = {}) {
  const made = today(stateWith(meeting(now, since, fields)), agenda);
  assert.ok(made);
  return made;
}

test("there is no road without an open meeting, or with one that has no agenda", () => {
  assert.equal(today(emptyState(), agenda), null);
  assert.equal(openMeeting(emptyState()), undefined);
  assert.equal(today(stateWith(meeting("s-1", START, { state: "closed" })), agenda), null);
  assert.equal(today(stateWith(meeting(null, null, { agenda: [] })), agenda), null);
  assert.equal(nextItem(emptyState()), null);
});

test("items are done, now or soon, with a name and the time they were planned for", () => {
  const { items, step, ends_at } = road("s-2", at(30));
  assert.deepEqual(
    items.map((one) => [one.name, one.state, one.planned_at]),
    [
      ["Coming in, with coffee", "done", at(0)],
      ["Look", "done", at(10)],
      ["Tell", "now", at(30)],
      ["Break", "soon", at(60)],
      ["Choose", "soon", at(70)],
    ],
  );
  assert.deepEqual([step, ends_at], [{ n: 2, of: 3 }, at(90)]);
});

test("steps are counted, breaks and coffee are not", () => {
  assert.deepEqual(road("coffee", at(0)).step, { n: 0, of: 3 });
  assert.deepEqual(road("break", at(60)).step, { n: 2, of: 3 });
  assert.deepEqual(road("s-3", at(70)).step, { n: 3, of: 3 });
});

test("what the group passed over is not said to be done", () => {
  const passed = meeting("s-2", at(10));
  passed.agenda = passed.agenda.map((one) => (one.id === "s-1" ? { ...one, started_at: null } : one));
  assert.equal(today(stateWith(passed), agenda)?.items[1]?.state, "skipped");
});

test("what an item took is the time until the group came to the next one", () => {
  const done = meeting("s-2", at(34));
  const began = [at(0), at(9), at(34), null, null];
  done.agenda = done.agenda.map((one, n) => ({ ...one, started_at: began[n] ?? null }));
  const road = today(stateWith(done), agenda);
  assert.deepEqual(
    road?.items.map((one) => minutesTaken(road, one)),
    [9, 25, null, null, null],
  );
});

test("next and previous follow the agenda, also while the group is at no item of it", () => {
  const ids = (state: State) => [previousItem(state)?.id, currentItem(state)?.id, nextItem(state)?.id];
  assert.deepEqual(ids(stateWith(meeting("s-1", START))), ["coffee", "s-1", "s-2"]);
  assert.deepEqual(ids(stateWith(meeting("s-3", START))), ["break", "s-3", undefined]);
  assert.deepEqual(ids(stateWith(meeting(null, null))), ["s-1", undefined, "s-2"]);
});

test("while the group is on time everything takes what was planned", () => {
  const here = road("s-2", at(30));
  assert.equal(minutesLate(here, at(45)), 0);
  assert.deepEqual(
    here.items.map((one) => minutesFor(here, one.id, at(45))),
    [10, 20, 30, 10, 20],
  );
});

test("a late group shares what is left; a break keeps five minutes", () => {
  const here = road("s-2", at(60));
  assert.equal(minutesLate(here, at(60)), 30);
  const minutes = ["s-2", "break", "s-3"].map((id) => minutesFor(here, id, at(60)));
  assert.deepEqual(minutes, [15, 5, 10]);
  assert.equal(
    minutes.reduce((all, one) => all + one),
    30,
  );
});

test("a step that takes longer makes the later ones shorter, minute by minute", () => {
  const here = road("s-2", at(30));
  assert.equal(minutesLate(here, at(69)), 9);
  assert.equal(minutesFor(here, "s-2", at(69)), 30);
  assert.deepEqual([minutesFor(here, "break", at(69)), minutesFor(here, "s-3", at(69))], [7, 14]);
  assert.equal(forecast(here, at(69)).get("s-3")?.starts_at, at(76));
});

test("nothing is left: a minute each, and the break", () => {
  const here = road("s-2", at(85));
  assert.deepEqual(
    ["s-2", "break", "s-3"].map((id) => minutesFor(here, id, at(100))),
    [1, 5, 1],
  );
});

test("an early group is not given more than was planned", () => {
  const here = road("s-2", at(20));
  assert.equal(minutesLate(here, at(21)), -10);
  assert.equal(minutesFor(here, "s-3", at(21)), 20);
});

test("a meeting that was left open is not late for ever", () => {
  const here = road("s-2", at(30));
  assert.equal(leftOpen(here, at(151)), true);
  assert.equal(minutesLate(here, at(5000)), 0);
  assert.equal(minutesFor(here, "s-3", at(5000)), 20);
});

test("last time is the meeting that was held last", () => {
  const held = (id: string, date: string) => meeting(null, null, { id, date, state: "closed" });
  assert.equal(lastMeeting(emptyState()), undefined);
  assert.equal(lastMeeting(stateWith(held("b", "2027-03-16"), held("a", "2027-03-02"), meeting("s-1", START)))?.id, "b");
});
