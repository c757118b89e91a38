import assert from "node:assert/strict";
import { test } from "node:test";
import type { PhaseInfo, StepInfo } from "./phases";
import { Agenda, fillTopic } from "./phases";

const step = (id: string, phase: string, drafts = false) => ({ id, phase, drafts }) as StepInfo;
const first = { id: "see", steps: [step("see-1", "see"), step("see-2", "see")] } as PhaseInfo;
const second = { id: "do", steps: [step("do-1", "do", true), step("do-2", "do")] } as PhaseInfo;
const agenda = new Agenda([first, second]);

test("steps are found by id, with their phase and neighbours", () => {
  assert.equal(agenda.first().id, "see-1");
  assert.equal(agenda.step("nowhere"), undefined);
  assert.equal(agenda.phaseOf(agenda.step("do-2") as StepInfo), second);
  assert.equal(agenda.beside(agenda.step("see-2") as StepInfo, 1)?.id, "do-1");
});

test("sentences go into the text from the step that says so, whichever was the first to be visited", () => {
  assert.equal(agenda.drafting([]), false);
  assert.equal(agenda.drafting(["see-1", "see-2"]), false);
  assert.equal(agenda.drafting(["see-1", "do-1"]), true);
  assert.equal(agenda.drafting(["see-1", "do-2"]), true);
});

test("a process without such a step never drafts", () => {
  assert.equal(new Agenda([first]).drafting(["see-1", "see-2"]), false);
});

test("the topic goes into a sentence without its full stop", () => {
  assert.equal(fillTopic("More of {topic}?", "playing. "), "More of playing?");
  assert.equal(fillTopic("More of {topic}?", ""), "More of …?");
  assert.equal(fillTopic("Give your dots ({dots}).", "", 3), "Give your dots (3).");
});
