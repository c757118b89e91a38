import assert from "node:assert/strict";
import { test } from "node:test";
import { levelsShown } from "./headings";

test("headings stand below the heading of their part", () => {
  assert.deepEqual(levelsShown([2, 3, 2], 1), [3, 4, 3]);
  assert.deepEqual(levelsShown([2, 3], 2), [4, 4]);
});

test("no heading skips a level", () => {
  assert.deepEqual(levelsShown([3, 3, 2, 3], 1), [3, 4, 3, 4]);
});
