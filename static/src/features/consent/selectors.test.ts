import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, foldAll } from "../../core/store/fold";
import { nextLabel } from "./selectors";

test("the next version has a number of its own", () => {
  const first = emptyState();
  assert.equal(nextLabel(first), "0.1");
  const bare = { adopted: null, name: "", occasion: "round" as const, number: 1, meeting: null, origin: null };
  const second = foldAll(first, [{ type: "version.frozen", version: { ...bare, id: "v1", label: "0.1", date: "2027-04-13" } }]);
  assert.equal(nextLabel(second), "0.2");
  const third = foldAll(second, [{ type: "version.adopted", version: "v1", adopted: "2027-04-13" }]);
  assert.equal(nextLabel(third), "1.0");
});
