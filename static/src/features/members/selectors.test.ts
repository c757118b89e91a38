import assert from "node:assert/strict";
import { test } from "node:test";
import { isSteering } from "../../core/store/community";
import { emptyState, foldAll } from "../../core/store/fold";
import type { Fact, Member } from "../../generated/catalogue";
import { emptySeats } from "./selectors";

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
