import assert from "node:assert/strict";
import { test } from "node:test";
import { fillTopic } from "./phases";

test("the topic stands inside a sentence without its full stop", () => {
  assert.equal(fillTopic("Meer van ‘{topic}’?", "Samen plezier. "), "Meer van ‘Samen plezier’?");
  assert.equal(fillTopic("Meer van ‘{topic}’?", ""), "Meer van ‘…’?");
});
