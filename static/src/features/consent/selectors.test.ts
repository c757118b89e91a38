import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import type { ConsentRound } from "../../generated/catalogue";
import { expectedIn, missingRoles, nextLabel, waitsUntil } from "./selectors";

test("the next version has a number of its own", () => {
  const first = emptyState();
  assert.equal(nextLabel(first), "0.1");
  const bare = { adopted: null, name: "", occasion: "round" as const, number: 1, meeting: null, origin: null };
  const second = foldAll(first, [{ type: "version.frozen", version: { ...bare, id: "v1", label: "0.1", date: "2027-04-13" } }]);
  assert.equal(nextLabel(second), "0.2");
  const third = foldAll(second, [{ type: "version.adopted", version: "v1", adopted: "2027-04-13" }]);
  assert.equal(nextLabel(third), "1.0");
});

const round: ConsentRound = {
  id: "r1",
  version: "v1",
  number: 1,
  members: ["m1", "m2", "m3"],
  answered: 0,
  state: "open",
  adopted: false,
  section: "",
  words: "",
  least: [],
  absent: [],
  until: null,
  typed: [],
  after: null,
  together: [],
  absent_roles: [],
};

test("who could not come is not waited for, but may answer until a day", () => {
  assert.equal(expectedIn({ ...round, absent: ["m3"] }), 2);
  const late = { ...round, absent: ["m3"], until: "2027-04-20" };
  assert.equal(waitsUntil(late, "2027-04-20"), "2027-04-20");
  assert.equal(waitsUntil(late, "2027-04-21"), null);
  assert.equal(waitsUntil({ ...late, absent: [] }, "2027-04-20"), null);
});

test("the roles of which too few answered are told with what is missing", () => {
  const member = { name: "", organisation: null, paper: false, facilitator: false, removed: false };
  const answer = { round: "r1", answer: "agree" as const, reason: "", revealed: true, sentence: "", strong: [] };
  const state = foldAll(emptyState(), [
    { type: "member.joined", member: { ...member, id: "m1", role: "parent" } },
    { type: "consent.answered", answer: { ...answer, id: "a1", member: "m1" } },
  ]);
  const least = [
    { role: "parent" as const, count: 1 },
    { role: "professional" as const, count: 2 },
  ];
  assert.deepEqual(missingRoles(state, { ...round, least }), [{ role: "professional", missing: 2 }]);
});
