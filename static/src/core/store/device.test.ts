import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "./device";

test("a text that was refused comes back to where it was written, once", () => {
  const drafts = new Drafts("c", "m");
  drafts.set("dis-2/story", "bezig");
  drafts.putBack("dis-2/story", "geweigerd");
  drafts.putBack("dis-2/story", "geweigerd");
  assert.equal(drafts.get("dis-2/story"), "bezig\ngeweigerd");
  assert.equal(drafts.anyIn("dis-2"), true);
  assert.equal(drafts.anyIn("dis-1"), false);
});
