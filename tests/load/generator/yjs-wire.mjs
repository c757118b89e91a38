/**
 * One person in a shared text, on the wire of Minidorp, of Hocuspocus or of y-websocket.
 *
 *   const wire = await connect(target, person);   // a websocket
 *   await wire.enter();                           // who it is
 *   const { update } = await wire.open();         // the text
 *   wire.onUpdate = (bytes) => …;                 // Yjs updates of the others (and, on some, one's own)
 *   wire.onCursor = (bytes) => …;                 // awareness updates
 *   wire.type(update); wire.cursor(awareness);
 *   wire.close();
 *
 * A target is `{kind: "minidorp" | "hocuspocus" | "ywebsocket", url}`; a person is
 * `{community, member, token, section?}` for Minidorp and `{document}` for the peers.
 * Bytes that are handed over belong to the socket's buffer: copy what is kept.
 */
import { randomUUID } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";

export const SCHEMA = 2;
const PATIENCE = 20_000;
const SOCKET = { perMessageDeflate: false, skipUTF8Validation: true };
const NOTHING = new Uint8Array([0]);

/** What every wire has. */
class Wire {
  onUpdate = (_bytes) => {};
  onCursor = (_bytes) => {};
  /** Bytes of websocket messages received, without the frames' own headers. */
  received = 0;
  /** Why it ended, when it did. */
  broken = "";

  constructor(address) {
    this.socket = new WebSocket(address, SOCKET);
    this.socket.binaryType = "nodebuffer";
    this.socket.on("message", (data, binary) => {
      this.received += data.length;
      this.take(data, binary);
    });
    this.socket.on("close", (code) => (this.broken ||= `closed with ${code}`));
    this.socket.on("error", (error) => (this.broken ||= error.message));
  }

  async opened() {
    await within("connect", (done, fail) => {
      this.socket.once("open", done);
      this.socket.once("error", fail);
    });
    return this;
  }

  close() {
    this.socket.terminate();
  }
}

function within(what, start) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no answer to ${what}`)), PATIENCE);
    const end = (how) => (value) => {
      clearTimeout(timer);
      how(value);
    };
    start(end(done), end(fail));
  });
}

/** Socket.IO over websocket, as docs/protocol.md says. */
export class MinidorpWire extends Wire {
  /** Events other than the text's, as (name, argument). */
  onEvent = (_name, _argument) => {};
  refused = 0;
  #waiting = new Map();
  #numbers = 0;
  /** Texts of messages with attachments that came before, so that each is parsed once. */
  #shapes = [];
  #shape = null;
  #parts = [];
  #greeted = () => {};
  #failed = () => {};
  #id = randomUUID().replaceAll("-", "").slice(0, 16);

  constructor(url, person) {
    super(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    this.person = person;
    this.section = person.section;
  }

  /** Says who it is; gives the answer to `enter`, with the state. */
  async enter() {
    const { community, token } = this.person;
    await within("connect", (done, fail) => {
      this.#greeted = done;
      this.#failed = fail;
      this.hello = () => this.socket.send(`40${JSON.stringify({ community, token })}`);
      if (this.ready) this.hello();
    });
    const answer = await this.command("enter", { seq: -1 });
    this.section ??= Object.keys(answer.snapshot.collections.sections)[0];
    return answer;
  }

  async open(section = this.section) {
    this.section = section;
    return this.command("vision.open", { section, schema: SCHEMA });
  }

  /** Sends an update; the promise settles when it is in the database. */
  type(update) {
    return this.command("vision.update", { section: this.section, schema: SCHEMA }, "update", update);
  }

  cursor(awareness) {
    return this.command("vision.cursor", { section: this.section }, "update", awareness);
  }

  /**
   * Sends a command.
   * @param {string} name
   * @param {object} fields
   * @param {string} [field] in which the bytes go
   * @param {Uint8Array} [bytes]
   */
  async command(name, fields, field, bytes) {
    const number = this.#numbers++;
    const given = { command: `${this.#id}${number}`, ...fields };
    if (bytes) given[field] = { _placeholder: true, num: 0 };
    const answered = within(name, (done, fail) => this.#waiting.set(number, { done, fail }));
    this.socket.send(`4${bytes ? "51-" : "2"}${number}${JSON.stringify([name, given])}`);
    if (bytes) this.socket.send(bytes);
    return answered;
  }

  take(data, binary) {
    if (binary) {
      this.#attach(data);
    } else if (data[0] === 0x32) {
      this.socket.send("3");
    } else if (data[0] === 0x30) {
      this.ready = true;
      this.hello?.();
    } else if (data[1] === 0x30) {
      this.#greeted();
    } else if (data[1] === 0x31) {
      this.broken ||= "the server said goodbye";
    } else if (data[1] === 0x33) {
      this.#answer(data.toString());
    } else {
      this.#message(data);
    }
  }

  #answer(text) {
    const from = text.indexOf("[");
    this.#settle(Number(text.slice(2, from)), JSON.parse(text.slice(from))[0]);
  }

  #settle(number, answer) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (answer.ok) {
      waiting?.done(answer);
    } else {
      this.refused += 1;
      waiting?.fail(new Error(JSON.stringify(answer.error)));
    }
  }

  #message(data) {
    let shape = this.#shapes.find((one) => one.text.equals(data));
    if (!shape) {
      shape = this.#read(data);
      if (shape.count && shape.number === null) this.#shapes.push(shape);
      if (this.#shapes.length > 64) this.#shapes.shift();
    }
    if (shape.count) {
      this.#shape = shape;
      this.#parts = [];
    } else if (shape.kind === "4") {
      this.#failed(new Error(JSON.stringify(shape.content)));
    } else {
      this.onEvent(shape.content[0], shape.content[1]);
    }
  }

  #read(data) {
    const [, kind, count, number, json] = /^4(\d)(?:(\d+)-)?(\d+)?([[{].*)$/s.exec(data.toString());
    return {
      text: Buffer.from(data),
      kind,
      count: Number(count ?? 0),
      number: number === undefined ? null : Number(number),
      content: JSON.parse(json),
    };
  }

  #attach(bytes) {
    const { content, count, number } = this.#shape;
    if (number !== null) {
      this.#parts.push(Buffer.from(bytes));
      if (this.#parts.length === count) this.#settle(number, filled(content[0], this.#parts));
    } else if (content[0] === "vision") {
      this.onUpdate(bytes);
    } else if (content[0] === "cursor") {
      this.onCursor(bytes);
    }
  }
}

function filled(answer, parts) {
  const put = ([name, value]) => [name, value?._placeholder ? parts[value.num] : value];
  return Object.fromEntries(Object.entries(answer).map(put));
}

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const [STEP1, STEP2, UPDATE] = [0, 1, 2];

/** The y-protocols messages that Hocuspocus and y-websocket share; Hocuspocus puts the text's name before. */
class YWire extends Wire {
  #synchronised = () => {};
  #allowed = () => {};

  constructor(url, person, named) {
    const base = url.replace("http", "ws");
    super(named ? base : `${base}/${person.document}`);
    this.person = person;
    const encoder = encoding.createEncoder();
    if (named) encoding.writeVarString(encoder, person.document);
    this.head = Buffer.from(encoding.toUint8Array(encoder));
    this.named = named;
  }

  async enter() {
    if (!this.named) return;
    await within("auth", (done) => {
      this.#allowed = done;
      this.#send(AUTH, 0, (encoder) => encoding.writeVarString(encoder, "token"));
    });
  }

  async open(vector = NOTHING) {
    return within("sync", (done) => {
      this.#synchronised = done;
      this.#send(SYNC, STEP1, (encoder) => encoding.writeVarUint8Array(encoder, vector));
    });
  }

  async type(update) {
    this.#send(SYNC, UPDATE, (encoder) => encoding.writeVarUint8Array(encoder, update));
  }

  async cursor(awareness) {
    this.#send(AWARENESS, null, (encoder) => encoding.writeVarUint8Array(encoder, awareness));
  }

  #send(type, step, write) {
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.head);
    encoding.writeVarUint(encoder, type);
    if (step !== null) encoding.writeVarUint(encoder, step);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  take(data) {
    const type = data[this.head.length];
    const decoder = decoding.createDecoder(data);
    decoder.pos = this.head.length + 1;
    if (type === AWARENESS) {
      this.onCursor(decoding.readVarUint8Array(decoder));
    } else if (type === AUTH) {
      this.#allowed();
    } else if (type === SYNC) {
      const step = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (step === UPDATE) this.onUpdate(bytes);
      else if (step === STEP2) this.#synchronised({ update: bytes });
      else this.#send(SYNC, STEP2, (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array([0, 0])));
    }
  }
}

/** Opens a connection. */
export async function connect(target, person) {
  const wire =
    target.kind === "minidorp"
      ? new MinidorpWire(target.url, person)
      : new YWire(target.url, person, target.kind === "hocuspocus");
  return wire.opened();
}
