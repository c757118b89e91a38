/**
 * Many communities at once, as in a municipality on a weekday evening: everybody adds a card now and then,
 * some of each community write in the vision meanwhile.
 *
 * Plan: {url, pid, houses: [[person, …] per community], writers (of each community, the first ones), every (seconds
 * between a person's cards), keys (a second, of each writer), warm, seconds}. A person is {community, token, member}.
 * Answer: for cards and for keystrokes {count, missing, ack: summary, each: summary} in ms; `each` is every
 * single delivery. Also refused, lost, and the shares of a core that server and generator used.
 */
import * as Y from 'yjs';
import { Client, Reel, card, markers, now, ownCpu, quantile, readPlan, report, sleep } from './lib.mjs';
import { Clock, cpuSeconds } from './timing.mjs';
import { Writer } from './writer.mjs';
import { connect } from './yjs-wire.mjs';

const plan = await readPlan();
const results = { card: kind(), key: kind() };
let counting = false;
let going = true;
let numbers = 0;
let refused = 0;
const cards = new Map();

function kind() {
  return { due: 0, acksDue: 0, acks: [], each: [] };
}

function seeCards(marks, at) {
  for (const mark of marks) {
    const sent = cards.get(mark);
    if (sent !== undefined) results.card.each.push(at - sent);
  }
}

/** Notes when something goes off, if it counts; gives what is to be called when it is acknowledged. */
function begin(what, receivers) {
  if (!counting) return { sent: undefined, acked() {} };
  const sent = now();
  what.due += receivers;
  what.acksDue += 1;
  return { sent, acked: () => what.acks.push(now() - sent) };
}

/** Somebody on the board: cards come and go. */
class Neighbour {
  constructor(person, house) {
    this.house = house;
    this.waiting = new Map();
    this.client = new Client({
      url: plan.url, auth: person, reel: house.reel,
      onAck: (number, ok) => {
        if (!ok) refused += 1;
        this.waiting.get(number)?.();
        this.waiting.delete(number);
      },
    });
  }

  enter() { return this.client.entered; }

  put(number, acked) {
    this.waiting.set(number, acked);
    this.client.send(number, 'card.add', card(number));
  }

  get lost() { return this.client.lost; }
}

/** Somebody with the vision open, who sees the cards come as well. */
class Author {
  constructor(person, house) {
    this.person = person;
    this.house = house;
  }

  async enter() {
    this.wire = await connect({ kind: 'minidorp', url: plan.url }, this.person);
    this.wire.onEvent = (name, content) => {
      if (name === 'facts') seeCards(markers(Buffer.from(JSON.stringify(content))), now());
    };
    this.wire.onUpdate = (bytes) => this.see(bytes, now());
    await this.wire.enter();
    this.writer = new Writer((await this.wire.open()).update, this.person.member);
    this.house.writers.set(this.writer.client, this.writer);
    await this.wire.type(this.writer.begin());
  }

  see(bytes, at) {
    for (const { id, length } of Y.decodeUpdate(bytes).structs) {
      const writer = this.house.writers.get(id.client);
      if (!writer || writer === this.writer) continue;
      for (let clock = id.clock; clock < id.clock + length; clock += 1) {
        const sent = writer.sent.get(clock);
        if (sent !== undefined) results.key.each.push(at - sent);
      }
    }
  }

  put(number, acked) {
    const { command, ...fields } = card(number);
    this.wire.command('card.add', fields).then(acked, () => { refused += 1; });
  }

  /** A key every so often, each with its cursor, from a moment of one's own on. */
  async write(part) {
    const clock = new Clock(1000 / plan.keys, part);
    for (;;) {
      await clock.tick();
      if (!going) return;
      const { clock: number, update } = this.writer.key();
      const { sent, acked } = begin(results.key, plan.writers - 1);
      if (sent !== undefined) this.writer.sent.set(number, sent);
      this.wire.type(update).then(acked, () => { refused += 1; });
      this.wire.cursor(this.writer.cursor()).catch(() => { refused += 1; });
    }
  }

  get lost() { return Boolean(this.wire.broken); }
}

async function addCards(person, part) {
  const clock = new Clock(plan.every * 1000, part - 1);
  for (;;) {
    await clock.tick();
    if (!going) return;
    numbers += 1;
    const { sent, acked } = begin(results.card, person.house.people.length);
    if (sent !== undefined) cards.set(numbers, sent);
    person.put(numbers, acked);
  }
}

const houses = plan.houses.map((people) => {
  const house = { writers: new Map() };
  house.reel = new Reel(people.length - plan.writers, { onEach: seeCards, onLast() {} });
  house.people = people.map((person, n) => new (n < plan.writers ? Author : Neighbour)(person, house));
  return house;
});
const everybody = houses.flatMap(({ people }) => people);
for (const { people } of houses) await Promise.all(people.map((person) => person.enter()));
await sleep(1000);
everybody.forEach((person) => addCards(person, Math.random()));
everybody.forEach((person) => { if (person instanceof Author) person.write(Math.random()); });
await sleep(plan.warm * 1000);
const before = { at: now(), own: ownCpu(), server: cpuSeconds(plan.pid) };
counting = true;
await sleep(plan.seconds * 1000);
counting = false;
const elapsed = (now() - before.at) / 1000;
const shares = {
  generator: (ownCpu() - before.own) / elapsed, server: (cpuSeconds(plan.pid) - before.server) / elapsed,
};
going = false;
await sleep(1500);

const outcome = ({ due, acksDue, acks, each }) => ({
  count: acksDue, missing: due - each.length + acksDue - acks.length,
  ack: { median: quantile(acks, 0.5), p99: quantile(acks, 0.99) },
  each: { median: quantile(each, 0.5), p99: quantile(each, 0.99) },
});
report({
  cards: outcome(results.card), keys: outcome(results.key), refused, shares,
  lost: everybody.filter(({ lost }) => lost).length,
});
