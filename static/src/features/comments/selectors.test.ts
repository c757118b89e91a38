import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import { mayWrite } from "../../core/store/writers";
import type { Comment, Fact, Member, Section } from "../../generated/catalogue";
import { commentsOf, hardestFirst, hardSentence, newsFor, ownMark } from "./selectors";

const section = (id: string, more: Partial<Section> = {}): Fact => ({
  type: "section.added",
  section: { id, heading: id, level: 1, rank: id, kind: "text", block: null, removed: false, writers: null, ...more },
});
const member = (id: string, role: Member["role"]): Fact => ({
  type: "member.joined",
  member: { id, name: id, role, organisation: null, paper: false, facilitator: false, removed: false },
});
const comment = (id: string, more: Partial<Comment> = {}): Fact => ({
  type: "comment.changed",
  comment: {
    ...{ id, section: "one", paragraph: "", place: "", words: "Wij.", text: "Wie?", proposal: null, author: "yara" },
    ...{ made: 1, state: "open", answer: "", seen: true, ...more },
  },
});
const hard = (id: string, words: string, count: number, where = "one"): Fact => ({
  type: "hard_sentence.counted",
  sentence: { id, section: where, paragraph: "", place: "", words, count },
});
const AT = { paragraph: "", place: "" };

function state(...facts: Fact[]) {
  return foldAll(emptyState(), [section("one"), section("away", { removed: true }), ...facts], 9);
}

test("the sentences that most people do not get come first, and none of a part that was put aside", () => {
  const now = state(hard("a", "Een.", 1), hard("b", "Twee.", 3), hard("c", "Weg.", 9, "away"));
  assert.deepEqual(
    hardestFirst(now).map((one) => one.id),
    ["b", "a"],
  );
});

test("an own mark is known by its sentence, however it is spaced", () => {
  const now = state(hard("a", "Wij eten.", 1), { type: "unclear.added", unclear: { id: "m", sentence: "a", member: "yara" } });
  const sentence = { ...AT, section: "one", words: "Wij  eten." };
  assert.equal(hardSentence(now, sentence)?.count, 1);
  assert.equal(ownMark(now, sentence, "yara")?.id, "m");
  assert.equal(ownMark(now, sentence, "omar"), undefined);
  assert.equal(ownMark(now, { ...sentence, section: "two" }, "yara"), undefined);
});

test("an author is told what was settled, once", () => {
  const settled = { state: "taken", seen: false } as const;
  const now = state(comment("a", settled), comment("b"), comment("c", { ...settled, author: "omar" }), comment("d", { state: "done" }));
  assert.deepEqual(
    newsFor(now, "yara").map((one) => one.id),
    ["a"],
  );
  assert.deepEqual(
    commentsOf(state(comment("late", { made: 2 }), comment("early"), comment("gone", { section: "away" }))).map((one) => one.id),
    ["early", "late"],
  );
});

test("who writes is set per part; the core team always does", () => {
  const people = [member("yara", "parent"), member("bram", "professional"), member("tess", "parent")];
  const seat: Fact = { type: "seat.given", seat: { id: "parent", member: "tess" } };
  const now = state(...people, seat, section("some", { writers: ["professional"] }), section("core", { writers: [] }));
  const may = (where: string) => ["yara", "bram", "tess"].filter((one) => mayWrite(now, where, one));
  assert.deepEqual(may("one"), ["yara", "bram", "tess"]);
  assert.deepEqual(may("some"), ["bram", "tess"]);
  assert.deepEqual(may("core"), ["tess"]);
});
