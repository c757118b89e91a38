/**
 * Some writers of one section, in real Yjs, by chance but the same for the same seed.
 *
 *   node writers.mjs SEED UPDATES
 *
 * Writes frames to the standard output: a letter, the length (4 bytes), the content.
 *   S  a new, empty section begins: its seed as JSON
 *   U  an update that some writer sends now; the server must take it
 *   V  the state vector of a writer who comes back
 *   E  the section ends: its text as JSON; or nothing where Yjs itself does not tell every writer the same,
 *      which it does not when half a character was left, or (in one of some 400 sections) when updates that
 *      overlap were merged
 */
import { writeSync } from "node:fs";
import * as Y from "yjs";
import { edit, raw, told } from "./edits.mjs";

const STEPS = 120;
const [seed, wanted] = process.argv.slice(2).map(Number);
const ORIGIN = "typed";

function randomFrom(start) {
  let state = start >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const chance = (part) => next() < part;
  return { below, chance, of: (list) => list[below(list.length)], careless: chance(0.1) };
}

function write(kind, content) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const frame = Buffer.alloc(5 + bytes.length);
  frame.write(kind, 0, "latin1");
  frame.writeUInt32BE(bytes.length, 1);
  frame.set(bytes, 5);
  for (let at = 0; at < frame.length; ) {
    try {
      at += writeSync(1, frame, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

/** What the server has: the updates in the order in which they came. */
class Section {
  doc = new Y.Doc();
  log = [];
  sent = 0;

  take(update) {
    write("U", update);
    this.sent += 1;
    Y.applyUpdate(this.doc, update);
    this.log.push(update);
  }
}

class Writer {
  constructor(random, section) {
    this.random = random;
    this.section = section;
    this.begin();
    this.catchUp();
  }

  begin() {
    this.doc = new Y.Doc({ gc: this.random.chance(0.6) });
    this.doc.clientID = this.random.chance(0.1) ? this.random.below(2 ** 31) * 2 ** 21 : this.random.below(2 ** 32);
    this.fragment = this.doc.getXmlFragment("text");
    this.out = [];
    this.read = 0;
    this.doc.on("update", (update, origin) => origin !== this && this.out.push(update));
    const captureTimeout = this.random.of([0, 0, 60_000]);
    this.history = new Y.UndoManager(this.fragment, { trackedOrigins: new Set([ORIGIN]), captureTimeout });
  }

  act() {
    const { random } = this;
    const kind = random.below(10);
    if (kind < 5) edit(random, this.doc, this.fragment, ORIGIN);
    else if (kind < 7) raw(random, this.doc, this.fragment, random.chance(0.8) ? ORIGIN : "other");
    else this.goBack(kind < 9 ? "undo" : "redo");
  }

  goBack(how) {
    try {
      this.history[how]();
    } catch {
      this.reload(); // Yjs itself fails here now and then; a person then reloads the page
    }
  }

  /** Everything this writer knows and the server lacks, in one of the ways in which Yjs can say it. */
  send() {
    const { random, section, out } = this;
    if (!out.length) return;
    const theirs = Y.encodeStateVector(section.doc);
    const mine = out.splice(0);
    switch (random.below(6)) {
      case 0:
        for (const one of mine) section.take(one);
        break;
      case 1:
        section.take(Y.encodeStateAsUpdate(this.doc, theirs));
        break;
      case 2:
        section.take(Y.diffUpdate(Y.mergeUpdates(mine), theirs));
        break;
      case 3: {
        // With something that came before, so that there are gaps in what is told of a client.
        const old = section.log.filter(() => random.chance(0.2));
        section.take(Y.mergeUpdates([...mine, ...old]));
        break;
      }
      case 4:
        section.take(Y.encodeStateAsUpdate(this.doc));
        break;
      default:
        section.take(Y.mergeUpdates(mine));
        for (const one of mine) if (random.chance(0.3)) section.take(one); // and once more, as it was
    }
  }

  catchUp() {
    const fresh = this.section.log.slice(this.read);
    this.read = this.section.log.length;
    if (fresh.length && this.random.chance(0.5)) Y.applyUpdate(this.doc, Y.mergeUpdates(fresh), this);
    else for (const one of fresh) Y.applyUpdate(this.doc, one, this);
  }

  /** A reload: another document takes what was kept on the device. */
  reload() {
    const kept = this.out.length ? Y.mergeUpdates(this.out) : null;
    write("V", Y.encodeStateVector(this.doc));
    this.begin();
    this.catchUp();
    if (kept) Y.applyUpdate(this.doc, kept, "kept");
  }
}

function play(start) {
  const random = randomFrom(start);
  const section = new Section();
  write("S", JSON.stringify(start));
  const writers = Array.from({ length: 2 + random.below(5) }, () => new Writer(random, section));
  for (let step = 0; step < STEPS; step += 1) {
    const writer = random.of(writers);
    const kind = random.below(100);
    if (kind < 60) writer.act();
    else if (kind < 80) writer.send();
    else if (kind < 98) writer.catchUp();
    else writer.reload();
  }
  // Whoever reads marks of others may tidy them up, which is a change again.
  for (let rounds = 0; rounds < 20 && (!rounds || writers.some((writer) => writer.out.length)); rounds += 1) {
    for (const writer of writers) writer.send();
    for (const writer of writers) writer.catchUp();
  }
  const texts = writers.map((writer) => JSON.stringify(told(writer.fragment)));
  const text = JSON.stringify(told(section.doc.getXmlFragment("text")));
  write("E", !random.careless && texts.every((one) => one === text) ? text : "");
  return section.sent;
}

for (let sent = 0, turn = seed; sent < wanted; turn += 1) sent += play(turn);
