/**
 * What every load on the board shares: clients that speak Socket.IO over real websockets, and a cheap way
 * to know who received what. Everybody in a room gets the same bytes, so a frame is read once: a client
 * only compares what it gets with the next frame of the room's reel, which is one `Buffer.equals`.
 */
import { readFileSync } from 'node:fs';
import WebSocket from 'ws';

export const now = () => performance.now();
export const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const TILDE = 126;

/** The plan, from standard input. */
export async function readPlan() {
  let text = '';
  for await (const part of process.stdin) text += part;
  return JSON.parse(text);
}

/** Print what was measured, and end: connections that are still open end with the process. */
export function report(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
}

/** Numbers between tildes in a frame: which events it carries. */
export function markers(data) {
  const found = [];
  let at = data.indexOf(TILDE);
  while (at >= 0) {
    const end = data.indexOf(TILDE, at + 1);
    if (end < 0) break;
    found.push(Number(data.latin1Slice(at + 1, end)));
    at = data.indexOf(TILDE, end + 1);
  }
  return found;
}

/**
 * The frames one room was sent, in order. `onFirst(marks)`, `onEach(marks, at)` and `onLast(marks, at)` say
 * that somebody, one more, and everybody received these events.
 */
export class Reel {
  constructor(size, handlers) {
    this.size = size;
    this.handlers = handlers;
    this.frames = [];
    this.start = 0;
  }

  /** One client's next frame. `place` is how many it had; returns how many it has now, -1 for a frame out of turn. */
  take(place, data) {
    const index = place - this.start;
    let frame = this.frames[index];
    if (frame === undefined) {
      frame = { data: Buffer.from(data), marks: markers(data), left: this.size };
      this.frames.push(frame);
    } else if (!frame.data.equals(data)) {
      return -1;
    }
    const at = now();
    frame.left -= 1;
    this.handlers.onEach?.(frame.marks, at);
    if (frame.left === 0) {
      this.handlers.onLast(frame.marks, at);
      // Whoever had this one had those before: they are not asked for any more.
      while (this.frames.length && this.frames[0].left === 0) {
        this.frames.shift();
        this.start += 1;
      }
    }
    return place + 1;
  }
}

/** One person's device: connects, enters, sends cards, takes what comes. */
export class Client {
  /** @param {{url: string, auth: object, reel: Reel, onAck: (id: number, ok: boolean, at: number) => void}} options */
  constructor({ url, auth, reel, onAck }) {
    this.auth = auth;
    this.reel = reel;
    this.onAck = onAck;
    this.place = 0;
    this.astray = 0;
    this.lost = false;
    this.entered = new Promise((resolve, reject) => { this.settle = { resolve, reject }; });
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false, skipUTF8Validation: true,
    });
    this.socket.on('message', (data) => this.receive(data));
    this.socket.on('error', (error) => this.settle.reject(error));
    this.socket.on('close', (code) => {
      this.lost = true;
      this.settle.reject(new Error(`closed ${code}`));
    });
  }

  receive(data) {
    const kind = data[0];
    if (kind === 0x34) this.message(data);
    else if (kind === 0x32) this.socket.send('3');
    else if (kind === 0x30) this.socket.send(`40${JSON.stringify(this.auth)}`);
  }

  message(data) {
    const kind = data[1];
    if (kind === 0x32) this.event(data);
    else if (kind === 0x33) this.answer(data, now());
    else if (kind === 0x30) this.send(0, 'enter', { command: id('enter', 0), seq: -1 });
    else if (kind === 0x34) this.settle.reject(new Error(data.toString()));
  }

  event(data) {
    // 42["facts",…: who is here and who writes is not counted.
    if (data[4] !== 0x66) return;
    const place = this.reel.take(this.place, data);
    if (place < 0) this.astray += 1;
    else this.place = place;
  }

  answer(data, at) {
    const bracket = data.indexOf(0x5b);
    const number = Number(data.latin1Slice(2, bracket));
    if (number === 0) this.settle.resolve(data);
    else this.onAck(number, data.includes('"ok":true'), at);
  }

  send(number, event, content) {
    this.socket.send(`42${number}["${event}",${JSON.stringify(content)}]`);
  }
}

const RUN = Math.random().toString(36).slice(2, 10);
/** An id of a command or a card, never used before. */
export const id = (what, number) => `${what}-${RUN}-${number}`;

const WORDS = ['Een plek', 'waar je binnen kunt lopen met je kind', 'en waar altijd iemand is die je kent'];
/** A typical card of some 60 characters; the number between tildes is how it is known again. */
export const card = (number) => ({
  command: id('do', number), card: id('card', number), board: 'def-2', column: 'missing',
  text: `${WORDS[0]} ~${number}~ ${number % 2 ? WORDS[1] : WORDS[2]}`, lang: 'nl', quote: false,
});

/** Memory of a process in KiB that holds data (anonymous pages); its program's pages are shared with others. */
export function memoryKib(pid) {
  return Number(/^Anonymous:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
}

export const ownCpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };

/** The value below which a share of the values lies; of a typed array or a list, sorted here. */
export function quantile(values, share) {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export const summary = (values) => ({
  count: values.length, median: quantile(values, 0.5), p99: quantile(values, 0.99), most: quantile(values, 1),
});
