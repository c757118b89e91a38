import assert from "node:assert/strict";
import { test } from "node:test";
import type { Card, Fact, Member } from "../generated/catalogue";
import { Drafts } from "./device";
import { emptyState, foldAll } from "./fold";
import { fillTopic } from "./phases";
import { cardsOn, emptySeats, isSteering, dotsOf, nextLabel } from "./selectors";

const card = (id: string, rank: string, more: Partial<Card> = {}): Fact => ({
  type: "card.added",
  card: {
    id, rank, text: id, picture: null, board: "dis-2", column: "story", author: "yara", nameless: false, hidden: false, key: null,
    lang: "nl", translation: "", theme: null, quote: false, origins: [], due: null, rev: 0, ...more,
  },
});
const member = (id: string, more: Partial<Member> = {}): Fact => ({
  type: "member.joined",
  member: { id, name: id, role: "parent", organisation: null, paper: false, facilitator: false, removed: false, ...more },
});
const order = (facts: Fact[]) => cardsOn(foldAll(emptyState(), facts), ["dis-2"], [], "yara").map((one) => one.id);

test("cards lie in the order of their ranks, byte by byte", () => {
  assert.deepEqual(order([card("a", "b0"), card("b", "Zz"), card("c", "a0V"), card("d", "a0")]), ["b", "d", "c", "a"]);
});

test("a card on its way is shown last, and once when it has arrived", () => {
  const pending = [{ type: "card.add", payload: { card: "mine", board: "dis-2", column: "story", text: "hallo" } }];
  const before = cardsOn(foldAll(emptyState(), [card("a", "a0")]), ["dis-2"], pending, "yara");
  assert.deepEqual(before.map((one) => [one.id, one.pending ?? false]), [["a", false], ["mine", true]]);
  const after = cardsOn(foldAll(emptyState(), [card("a", "a0"), card("mine", "a1")]), ["dis-2"], pending, "yara");
  assert.deepEqual(after.map((one) => [one.id, one.pending ?? false]), [["a", false], ["mine", false]]);
});

test("own dots count in the last round only, with those on their way", () => {
  const state = foldAll(emptyState(), [
    { type: "board.changed", board: { id: "des-4", hidden: false, round: 2, dots_open: true, dots_budget: 3, dots_totals: null } },
    { type: "dot.placed", dot: { id: "old", board: "des-4", round: 1, member: "yara", card: "a", typed_by: null } },
    { type: "dot.placed", dot: { id: "now", board: "des-4", round: 2, member: "yara", card: "a", typed_by: null } },
  ]);
  const place = { type: "dot.place", payload: { dot: "new", board: "des-4", card: "b" } };
  const take = { type: "dot.take", payload: { dot: "now" } };
  assert.deepEqual(dotsOf(state, "des-4", [place], "yara").map((dot) => dot.id), ["now", "new"]);
  assert.deepEqual(dotsOf(state, "des-4", [place, take], "yara").map((dot) => dot.id), ["new"]);
});

test("dots that I gave for somebody without a phone are not mine, and are there after a reload", () => {
  const state = foldAll(emptyState(), [
    { type: "board.changed", board: { id: "des-4", hidden: false, round: 1, dots_open: true, dots_budget: 3, dots_totals: null } },
    { type: "dot.placed", dot: { id: "hers", board: "des-4", round: 1, member: "joke", card: "a", typed_by: "yara" } },
    { type: "dot.placed", dot: { id: "mine", board: "des-4", round: 1, member: "yara", card: "a", typed_by: null } },
  ]);
  const pending = [{ type: "dot.place", payload: { dot: "new", board: "des-4", card: "b", as_member: "joke" } }];
  assert.deepEqual(dotsOf(state, "des-4", pending, "yara").map((dot) => dot.id), ["mine"]);
  assert.deepEqual(dotsOf(state, "des-4", pending, "yara", "joke").map((dot) => [dot.id, dot.typed_by]), [["hers", "yara"], ["new", "yara"]]);
});

test("who has a seat steers; a seat of somebody who left is empty", () => {
  const state = foldAll(emptyState(), [
    member("yara"),
    member("ruud", { role: "researcher" }),
    { type: "seat.given", seat: { id: "parent", member: "yara" } },
    { type: "seat.given", seat: { id: "researcher", member: "ruud" } },
    { type: "member.removed", member: { id: "ruud", name: "", role: "researcher", organisation: null, paper: false, facilitator: false, removed: true } },
  ]);
  assert.equal(isSteering(state, "yara"), true);
  assert.equal(isSteering(state, "nobody"), false);
  assert.deepEqual(emptySeats(state), ["researcher", "professional"]);
});

test("the next version has a number of its own", () => {
  const first = emptyState();
  assert.equal(nextLabel(first), "0.1");
  const second = foldAll(first, [{ type: "version.frozen", version: { id: "v1", label: "0.1", date: "2027-04-13", adopted: null } }]);
  assert.equal(nextLabel(second), "0.2");
  const third = foldAll(second, [{ type: "version.adopted", version: "v1", adopted: "2027-04-13" }]);
  assert.equal(nextLabel(third), "1.0");
});

test("the topic stands inside a sentence without its full stop", () => {
  assert.equal(fillTopic("Meer van ‘{topic}’?", "Samen plezier. "), "Meer van ‘Samen plezier’?");
  assert.equal(fillTopic("Meer van ‘{topic}’?", ""), "Meer van ‘…’?");
});

test("a text that was refused comes back to where it was written, once", () => {
  const drafts = new Drafts("c", "m");
  drafts.set("dis-2/story", "bezig");
  drafts.giveBack("dis-2/story", "geweigerd");
  drafts.giveBack("dis-2/story", "geweigerd");
  assert.equal(drafts.get("dis-2/story"), "bezig\ngeweigerd");
  assert.equal(drafts.anyIn("dis-2"), true);
  assert.equal(drafts.anyIn("dis-1"), false);
});
