/**
 * Cards on one board: a plan of phases on one set of connections, in an open loop at a fixed rate.
 *
 * Plan: {url, pid, auth: [one per client], phases: […]}. A phase is one of
 *   {kind: "hold", rate, seconds, each?}   cards at a rate; `each`: keep the time of every single delivery
 *   {kind: "idle", seconds}                nobody does anything
 *   {kind: "memory", signal?}              the server's memory; the signal makes it collect its garbage
 *   {kind: "ramp", from, growth, step, limit}  rates that grow until more than 1 % take longer than `limit` ms
 *   {kind: "sequence", count}              one card after the other, each when the one before is acknowledged
 * Answer: {connected, phases: […]}; times in ms, CPU in seconds.
 */
import { Client, Reel, card, memoryKib, now, ownCpu, readPlan, report, sleep, summary } from './lib.mjs';
import { cpuSeconds } from './timing.mjs';

const plan = await readPlan();
const CAPACITY = 2_000_000;
const sentAt = new Float64Array(CAPACITY);
const ackedAt = new Float64Array(CAPACITY);
const seenAt = new Float64Array(CAPACITY);
let last = 0;
let refused = 0;
let each = null;
let delivered = 0;
let onAcked = null;

const reel = new Reel(plan.auth.length, {
  onEach(marks, at) {
    delivered += marks.length;
    if (each) for (const mark of marks) each.push(at - sentAt[mark]);
  },
  onLast(marks, at) {
    for (const mark of marks) seenAt[mark] = at;
  },
});
const onAck = (number, ok, at) => {
  ackedAt[number] = at;
  if (!ok) refused += 1;
  onAcked?.();
};
const clients = plan.auth.map((auth) => new Client({ url: plan.url, auth, reel, onAck }));

const send = () => {
  last += 1;
  sentAt[last] = now();
  clients[last % clients.length].send(last, 'card.add', card(last));
};

/** Send at a rate until `until` (ms), by the clock: what should have been sent by now is sent now. */
async function pace(rate, until) {
  const start = now();
  let count = 0;
  while (now() < until) {
    const due = Math.floor(((now() - start) / 1000) * rate) + 1;
    for (; count < due; count += 1) send();
    await sleep(Math.max(0, Math.min(until, start + (count / rate) * 1000) - now()));
  }
  return count;
}

const settled = (from, to) => {
  for (let n = from; n <= to; n += 1) if (!seenAt[n] || !ackedAt[n]) return false;
  return true;
};

async function drain(from, seconds) {
  const end = now() + seconds * 1000;
  while (!settled(from, last) && now() < end) await sleep(20);
}

/** What became of the events from one number to another. */
function outcome(from, to) {
  const deliveries = [];
  const acks = [];
  let missing = 0;
  for (let n = from; n <= to; n += 1) {
    if (seenAt[n]) deliveries.push(seenAt[n] - sentAt[n]);
    if (ackedAt[n]) acks.push(ackedAt[n] - sentAt[n]);
    if (!seenAt[n] || !ackedAt[n]) missing += 1;
  }
  return { sent: to - from + 1, missing, last: summary(deliveries), ack: summary(acks) };
}

async function hold({ rate, seconds, each: keepEach, drain: patience = 1.5 }) {
  const from = last + 1;
  each = keepEach ? [] : null;
  refused = 0;
  const before = { at: now(), server: cpuSeconds(plan.pid), own: ownCpu(), delivered };
  const count = await pace(rate, now() + seconds * 1000);
  const elapsed = (now() - before.at) / 1000;
  const shares = {
    generator: (ownCpu() - before.own) / elapsed, server: (cpuSeconds(plan.pid) - before.server) / elapsed,
  };
  await drain(from, patience);
  const cpu = cpuSeconds(plan.pid) - before.server;
  return {
    ...outcome(from, last), rate: count / elapsed, seconds: elapsed, whole: (now() - before.at) / 1000, refused,
    cpu, deliveries: delivered - before.delivered, shares, astray: clients.reduce((sum, one) => sum + one.astray, 0),
    lost: clients.filter((one) => one.lost).length, each: each && summary(each),
  };
}

async function idle({ seconds }) {
  const [at, cpu] = [now(), cpuSeconds(plan.pid)];
  await sleep(seconds * 1000);
  return { seconds: (now() - at) / 1000, cpu: cpuSeconds(plan.pid) - cpu };
}

/** Memory with everybody connected; `signal`: a peer that collects its garbage when it hears this. */
async function memory({ signal }) {
  // Twice: what it gives back goes a moment later.
  for (let n = 0; n < 2; n += 1) {
    if (signal) process.kill(plan.pid, signal);
    await sleep(1000);
  }
  return { memory: memoryKib(plan.pid) };
}

/** Tell whether more than 1 % of the events took, or already take, longer than the limit. */
function late(from, to, limit) {
  let count = 0;
  for (let n = from; n <= to; n += 1) if ((seenAt[n] || now()) - sentAt[n] > limit) count += 1;
  return count > Math.max(2, (to - from + 1) * 0.01);
}

async function ramp({ from: first, growth, step, limit }) {
  let good = 0;
  let rate = first;
  let before = null;
  let slow = false;
  const from = last + 1;
  for (;;) {
    const start = last + 1;
    const count = await pace(rate, now() + step * 1000);
    slow = count < rate * step * 0.95;
    const earlier = before && late(before.start, before.end, limit);
    // What was sent in the first part of this step has had its time as well.
    if (slow || earlier || late(start, last, limit) || refused || last > CAPACITY / 2) break;
    if (before) good = before.rate;
    before = { start, end: last, rate };
    rate *= growth;
  }
  await drain(from, 2);
  if (before && before.rate < rate && !late(before.start, before.end, limit)) good = before.rate;
  return { good, broke: rate, slow };
}

async function sequence({ count }) {
  const from = last + 1;
  const before = cpuSeconds(plan.pid);
  for (let n = 0; n < count; n += 1) {
    const answered = new Promise((resolve) => { onAcked = resolve; });
    send();
    await answered;
  }
  onAcked = null;
  await drain(from, 2);
  return { ...outcome(from, last), cpu: cpuSeconds(plan.pid) - before };
}

const kinds = { hold, idle, memory, ramp, sequence };
const started = now();
await Promise.all(clients.map((client) => client.entered));
const connected = now() - started;
await sleep(plan.rest ?? 300);
const phases = [];
for (const phase of plan.phases) phases.push(await kinds[phase.kind](phase));
report({ connected, phases });
