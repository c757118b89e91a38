/**
 * People who type into one text at once, each with a cursor that moves with every key.
 *
 * Plan (JSON on standard input):
 *   target   {kind, url, pid}
 *   people   one object per person, as `yjs-wire.mjs` wants them
 *   keys     keystrokes a second of each, in the mean, at uneven moments
 *   warm     seconds of typing that are not counted
 *   hold     seconds of typing that are
 *   idle     seconds of quiet before, for what the server uses when nothing happens
 * Answer (one line of JSON): `strokes`, `deliveries` to others, `lost`, `refused`, milliseconds `p50`,
 * `p99`, `max` from a keystroke to each of the others, `cpu` seconds of the server during the hold,
 * `idleCpu` seconds it would have used in that time anyway, `late` (p99 of how many milliseconds
 * after its time a key was struck) and `generator`, the share of one core the generator itself used.
 *
 * Every keystroke is one Yjs update of its own and one awareness update. Receivers keep no document:
 * they recognise a message by its bytes, which are the same for everybody, and each is parsed once.
 */
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { Clock, Histogram, cpuSeconds } from "./timing.mjs";
import { Writer } from "./writer.mjs";
import { connect } from "./yjs-wire.mjs";

const DRAIN_MS = 5_000;
const RECENT = 512;
/** Hands do not keep time: an interval between two keys is up to half shorter or longer. */
const UNEVEN = 0.5;

/** What came in lately, each distinct message with the keystrokes that are in it. */
class Seen {
  #recent = [];

  /**
   * @param {Map<number, Writer>} writers by their Yjs client id
   */
  constructor(writers) {
    this.writers = writers;
  }

  /**
   * The keystrokes in a message.
   * @param {Uint8Array} bytes
   * @param {{seen: number}} reader who received it; most read the same messages in the same order
   */
  strokes(bytes, reader) {
    const last = this.#recent.length;
    const first = Math.max(0, last - RECENT);
    const next = Math.max(first, reader.seen + 1);
    for (let step = 0; step < last - first; step++) {
      let at = next + step;
      if (at >= last) at -= last - first;
      const one = this.#recent[at];
      if (one && Buffer.compare(one.bytes, bytes) === 0) {
        reader.seen = at;
        return one.strokes;
      }
    }
    reader.seen = last;
    const fresh = { bytes: Buffer.from(bytes), strokes: this.#read(bytes) };
    this.#recent.push(fresh);
    if (last > RECENT) this.#recent[last - RECENT] = null;
    return fresh.strokes;
  }

  #read(bytes) {
    const found = [];
    for (const { id, length } of Y.decodeUpdate(bytes).structs) {
      const writer = this.writers.get(id.client);
      for (let clock = id.clock; writer && clock < id.clock + length; clock++) found.push({ writer, clock });
    }
    return found;
  }
}

class Reader {
  seen = -1;

  constructor(load, writer, wire) {
    wire.onUpdate = (bytes) => {
      const now = performance.now();
      for (const stroke of load.seen.strokes(bytes, this)) {
        if (stroke.writer !== writer) load.arrived(stroke, now);
      }
    };
    wire.onCursor = () => {
      load.cursors += 1;
    };
  }
}

class Load {
  times = new Histogram();
  late = new Histogram();
  strokes = 0;
  deliveries = 0;
  cursors = 0;
  refused = 0;
  counting = false;
  typing = true;

  constructor(plan) {
    this.plan = plan;
    this.writers = new Map();
    this.seen = new Seen(this.writers);
  }

  async join() {
    const { target, people } = this.plan;
    this.wires = [];
    for (const person of people) {
      const wire = await connect(target, person);
      await wire.enter();
      const writer = new Writer((await wire.open()).update, person.member ?? "somebody");
      this.writers.set(writer.client, writer);
      new Reader(this, writer, wire);
      this.wires.push({ wire, writer });
      await wire.type(writer.begin());
    }
    await pause(500);
  }

  arrived({ writer, clock }, now) {
    const sent = writer.sent.get(clock);
    if (sent === undefined) return;
    this.deliveries += 1;
    this.times.add(now - sent);
  }

  /** One person's typing: a key every so often, from a moment of its own on. */
  async write({ wire, writer }, part) {
    const clock = new Clock(1000 / this.plan.keys, part, UNEVEN);
    while (this.typing) {
      const late = await clock.tick();
      if (!this.typing) break;
      const { clock: number, update } = writer.key();
      if (this.counting) {
        this.late.add(late);
        this.strokes += 1;
        writer.sent.set(number, performance.now());
      }
      wire.type(update).catch(() => (this.refused += 1));
      wire.cursor(writer.cursor()).catch(() => (this.refused += 1));
    }
  }

  async run() {
    const { target, people, warm, hold, idle } = this.plan;
    await this.join();
    const idleFrom = cpuSeconds(target.pid);
    await pause(idle * 1000);
    const idleCpu = ((cpuSeconds(target.pid) - idleFrom) / idle) * hold;
    const typing = this.wires.map((one, n) => this.write(one, n / people.length));
    await pause(warm * 1000);
    const [serverFrom, ownFrom, from] = [cpuSeconds(target.pid), cpuSeconds(process.pid), performance.now()];
    this.counting = true;
    await pause(hold * 1000);
    this.counting = false;
    const seconds = (performance.now() - from) / 1000;
    const [cpu, own] = [cpuSeconds(target.pid) - serverFrom, cpuSeconds(process.pid) - ownFrom];
    this.typing = false;
    await Promise.all(typing);
    const due = this.strokes * (people.length - 1);
    for (let waited = 0; this.deliveries < due && waited < DRAIN_MS; waited += 50) await pause(50);
    const broken = this.wires.map(({ wire }) => wire.broken).filter(Boolean);
    for (const { wire } of this.wires) wire.close();
    return {
      strokes: this.strokes, deliveries: this.deliveries, lost: due - this.deliveries,
      refused: this.refused, broken: broken.slice(0, 3), cursors: this.cursors,
      p50: this.times.quantile(0.5), p99: this.times.quantile(0.99), max: this.times.max,
      cpu, idleCpu, late: this.late.quantile(0.99), generator: own / seconds, seconds,
    };
  }
}

const load = new Load(JSON.parse(await text(process.stdin)));
console.log(JSON.stringify(await load.run()));
process.exit(0);
