import assert from "node:assert/strict";
import { test } from "node:test";
import { UndoStack } from "./undo";

test("the last thing is undone first, each once", async () => {
  const done: string[] = [];
  const stack = new UndoStack();
  stack.push("one", async () => done.push("one"));
  stack.push("two", async () => done.push("two"));
  assert.equal(await stack.undo(), "two");
  assert.equal(await stack.undo(), "one");
  assert.equal(await stack.undo(), null);
  assert.deepEqual(done, ["two", "one"]);
});

test("what was undone in another way is not undone again", async () => {
  const done: string[] = [];
  const stack = new UndoStack();
  stack.push("one", async () => done.push("one"));
  stack.drop(stack.push("two", async () => done.push("two")));
  assert.equal(await stack.undo(), "one");
  assert.deepEqual(done, ["one"]);
});
