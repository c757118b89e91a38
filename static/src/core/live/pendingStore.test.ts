import assert from "node:assert/strict";
import { test } from "node:test";
import { withBytes } from "./bytes";
import { offline, PendingStore } from "./pendingStore";

function memory(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(kept, {
    get: (_target, name) => methods[name as keyof typeof methods] ?? kept[name as string],
  }) as unknown as Storage;
}

test("what was not acknowledged is found again, in the order it was written, by its own writer only", () => {
  const storage = memory();
  const pendingStore = new PendingStore("c1", "m1", storage);
  for (const command of ["one", "two", "three"]) pendingStore.put(pendingStore.key(command), "card.add", { command, text: command });
  const again = new PendingStore("c1", "m1", storage).stored();
  assert.deepEqual(
    again.map((one) => one.payload.command),
    ["one", "two", "three"],
  );
  assert.deepEqual(new PendingStore("c1", "m2", storage).stored(), []);
  pendingStore.drop(again[1]?.key ?? "");
  assert.deepEqual(
    new PendingStore("c1", "m1", storage).stored().map((one) => one.payload.command),
    ["one", "three"],
  );
});

test("what people wrote is kept; what only matters now is not", () => {
  assert.equal(offline("card.add"), "kept");
  assert.equal(offline("consent.answer"), "kept");
  assert.equal(offline("step.start"), "waits");
  assert.equal(offline("writing"), "refused");
  assert.equal(offline("vision.update"), "refused");
  assert.equal(offline("card.of-an-older-page"), "kept");
});

test("bytes from the socket are Uint8Array, however deep", () => {
  const made = withBytes({ section: "s", updates: [new Uint8Array([1, 2]).buffer] });
  assert.ok(made.updates[0] instanceof Uint8Array);
  assert.deepEqual([...(made.updates[0] as unknown as Uint8Array)], [1, 2]);
});
