import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isSteering } from "../../core/store/community";
import { emptyState, foldAll } from "../../core/store/fold";
import type { Fact, Member } from "../../generated/catalogue";
import { detailsOf, emptySeats, labelOf } from "./selectors";

const member = (id: string, more: Partial<Member> = {}): Fact => ({
  type: "member.joined",
  member: { id, name: id, role: "parent", organisation: null, paper: false, facilitator: false, removed: false, ...more },
});

test("who has a seat steers; a seat of somebody who left is empty", () => {
  const state = foldAll(emptyState(), [
    member("yara"),
    member("ruud", { role: "researcher" }),
    { type: "seat.given", seat: { id: "parent", member: "yara" } },
    { type: "seat.given", seat: { id: "researcher", member: "ruud" } },
    {
      type: "member.removed",
      member: { id: "ruud", name: "", role: "researcher", organisation: null, paper: false, facilitator: false, removed: true },
    },
  ]);
  assert.equal(isSteering(state, "yara"), true);
  assert.equal(isSteering(state, "nobody"), false);
  assert.deepEqual(emptySeats(state), ["researcher", "professional"]);
});

interface Vector {
  why: string;
  members: [string, string, Member["role"], Member["organisation"], boolean?][];
  details: Record<string, (string | number)[]>;
}

// The same file as the server's tests read: both sides follow one rule.
const vectors = JSON.parse(readFileSync("tests/features/members/labels.json", "utf8")) as Vector[];

for (const { why, members, details } of vectors) {
  test(`people of one name: ${why}`, () => {
    const joined = members.map(([id, name, role, organisation, removed = false]) => member(id, { name, role, organisation, removed }));
    const state = foldAll(emptyState(), joined);
    const there = Object.values(state.collections.members).filter((one) => !one.removed);
    assert.deepEqual(Object.fromEntries(there.map((one) => [one.id, detailsOf(state, one)])), details);
    assert.equal(new Set(there.map((one) => labelOf(state, one))).size, there.length);
  });
}
