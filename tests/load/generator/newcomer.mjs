/**
 * Somebody who comes to a text with an hour of history. Three tasks; the plan names one in `task`.
 *
 * "history": writes an hour of typing to `file`: `updates` keystrokes of `people`. Each update has its
 *   length (4 bytes, little endian) before it. The same every time.
 *   -> {updates, bytes, compact}: `compact` is the size of the whole text as one update of a fresh document.
 * "fill": puts a history into a peer's store (`folder`): for each name in `names` a snapshot of all but
 *   the last `tail` updates, and those as they came.
 * "come": measures on a running server.
 *   `empty`, `full`: people, each with a text of their own that nobody opened since the server started,
 *   `others`: people who have the first full text open meanwhile, `newcomers`: people who come to it.
 *   -> {cold, waits, applies, bytes, read}: server CPU milliseconds for opening a full text for the first
 *   time, less those for an empty one; per newcomer the milliseconds from having entered until the bytes
 *   of the text are there, the milliseconds Yjs then needs to read them, and the bytes that were received
 *   for it; the size of the whole text as the last newcomer has it.
 */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { UpdateStore } from "../peers/yjs-store.mjs";
import { history } from "./history.mjs";
import { cpuSeconds } from "./timing.mjs";
import { Writer } from "./writer.mjs";
import { connect } from "./yjs-wire.mjs";

const SETTLE_MS = 250;

async function makeHistory({ file, updates, people }) {
  const { all, doc } = history(updates, people);
  const parts = all.flatMap((update) => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(update.length);
    return [head, update];
  });
  const bytes = Buffer.concat(parts);
  await writeFile(file, bytes);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return { updates: all.length, bytes: bytes.length, compact: Y.encodeStateAsUpdate(fresh).length };
}

function readHistory(file) {
  const bytes = readFileSync(file);
  const all = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    all.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return all;
}

async function fill({ file, folder, names, tail }) {
  const all = readHistory(file);
  const doc = new Y.Doc();
  const kept = all.slice(-tail);
  Y.transact(doc, () => {
    for (const update of all.slice(0, -tail)) Y.applyUpdate(doc, update);
  });
  const store = new UpdateStore(join(folder, "texts.sqlite"), 0);
  for (const name of names) {
    store.compact(name, doc);
    for (const update of kept) store.add(name, update);
  }
  await pause(SETTLE_MS);
  store.db.close();
  return { names: names.length };
}

/** Comes in and opens the text; gives how long that took and what came. */
async function come(target, person) {
  const wire = await connect(target, person);
  await wire.enter();
  const [from, before] = [performance.now(), wire.received];
  const { update } = await wire.open();
  const wait = performance.now() - from;
  return { wire, update, wait, bytes: wire.received - before };
}

/** Server CPU milliseconds for letting somebody in to a text. */
async function cost(target, person, open) {
  const before = cpuSeconds(target.pid);
  open.push((await come(target, person)).wire);
  await pause(SETTLE_MS);
  return (cpuSeconds(target.pid) - before) * 1000;
}

async function measure({ target, empty, full, others, newcomers }) {
  const open = [];
  // What is only done once after a start, for any text, is no part of a text's history.
  await cost(target, empty[0], open);
  const cold = [];
  for (let n = 0; n < full.length; n++) {
    const base = await cost(target, empty[n + 1], open);
    cold.push((await cost(target, full[n], open)) - base);
  }
  for (const person of others) {
    const { wire, update } = await come(target, person);
    const writer = new Writer(update, person.member ?? "somebody");
    await wire.type(writer.begin());
    await wire.cursor(writer.cursor());
    open.push(wire);
  }
  const found = { cold, waits: [], applies: [], bytes: [] };
  for (const person of newcomers) {
    await pause(50);
    const { wire, update, wait, bytes } = await come(target, person);
    const from = performance.now();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    found.applies.push(performance.now() - from);
    found.read = Y.encodeStateAsUpdate(doc).length;
    found.waits.push(wait);
    found.bytes.push(bytes);
    wire.close();
  }
  for (const wire of open) wire.close();
  return found;
}

const plan = JSON.parse(await text(process.stdin));
const tasks = { history: makeHistory, fill, come: measure };
console.log(JSON.stringify(await tasks[plan.task](plan)));
process.exit(0);
