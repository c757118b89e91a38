import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { signal } from "@preact/signals";
import * as Y from "yjs";
import type { Ack, Live, Status } from "../../core/live/connection";
import { CommandError } from "../../core/live/connection";
import { emptyState } from "../../core/store/fold";
import type { Section } from "../../generated/catalogue";
import { SectionText } from "./sectionText";
import { UnsentUpdates } from "./unsentUpdates";

/** A server with one section, whose answers a test can hold up, refuse or lose. */
class FakeServer {
  readonly doc = new Y.Doc();
  readonly sent: string[] = [];
  status = signal<Status>("offline");
  readonly state = signal(emptyState());
  refuse: string | null = null;
  lose = false;
  hold = false;
  private held: (() => void)[] = [];
  private handlers: (() => void)[] = [];

  live(): Live {
    return {
      status: this.status,
      state: this.state,
      me: signal({ member: "me", steering: false }),
      send: (type: string, fields: Record<string, Uint8Array>) => this.take(type, fields),
      on: () => () => undefined,
      onOnline: (handler: () => void) => {
        this.handlers.push(handler);
        if (this.status.peek() === "online") handler();
        return () => undefined;
      },
    } as unknown as Live;
  }

  come(): void {
    this.status.value = "online";
    for (const handler of this.handlers) handler();
  }

  go(): void {
    this.status.value = "offline";
  }

  release(): void {
    for (const next of this.held.splice(0)) next();
  }

  text(): string {
    return this.doc
      .getXmlFragment("text")
      .toArray()
      .map((one) =>
        (one as Y.XmlText)
          .toDelta()
          .map((d: { insert: string }) => d.insert)
          .join(""),
      )
      .join("|");
  }

  private async take(type: string, fields: Record<string, Uint8Array>): Promise<Ack> {
    this.sent.push(type);
    if (this.status.peek() !== "online") throw new CommandError("offline", "");
    if (this.hold) await new Promise<void>((resolve) => this.held.push(resolve));
    if (type === "vision.update" && this.refuse) throw new CommandError(this.refuse, "refused");
    if (type === "vision.update") Y.applyUpdate(this.doc, fields["update"] as Uint8Array);
    if (this.lose) {
      this.lose = false;
      throw new CommandError("offline", "");
    }
    if (type !== "vision.open") return { ok: true };
    return { ok: true, update: Y.encodeStateAsUpdate(this.doc, fields["vector"]), vector: Y.encodeStateVector(this.doc) };
  }
}

class FakeStorage {
  readonly items = new Map<string, string>();
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.items.set(key, value);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
}

/** `Object.keys(localStorage)` gives its keys; so must the fake. */
function storage(): Storage {
  const fake = new FakeStorage();
  return new Proxy(fake, {
    ownKeys: () => [...fake.items.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (target, name) => {
      const value = target[name as keyof FakeStorage];
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) as unknown as Storage;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const opened: SectionText[] = [];

afterEach(() => {
  for (const text of opened.splice(0)) text.close();
});

function open(server: FakeServer, kept: Storage = storage()) {
  const text = new SectionText(server.live(), new UnsentUpdates("here", "me", kept), "section-1", "me");
  opened.push(text);
  return text;
}

function write(text: SectionText, words: string): void {
  text.doc.transact(() => {
    const first = text.fragment.length ? (text.fragment.get(0) as Y.XmlText) : new Y.XmlText();
    if (!text.fragment.length) text.fragment.insert(0, [first]);
    first.insert(first.length, words);
  });
}

test("what is typed travels together and is saved when acknowledged", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  write(text, "a");
  write(text, "b");
  assert.equal(text.unsaved.value, true);
  await wait(100);
  assert.equal(server.text(), "ab");
  assert.equal(text.unsaved.value, false);
  assert.equal(server.sent.filter((type) => type === "vision.update").length, 1);
});

test("one update at a time", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  server.hold = true;
  write(text, "a");
  await wait(80);
  write(text, "b");
  await wait(80);
  assert.equal(server.sent.filter((type) => type === "vision.update").length, 1);
  server.hold = false;
  server.release();
  await wait(80);
  assert.equal(server.text(), "ab");
});

test("a lost acknowledgement shows nothing twice", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  server.lose = true;
  write(text, "once");
  await wait(80);
  assert.equal(text.unsaved.value, true);
  write(text, " more");
  server.go();
  server.come();
  await wait(100);
  assert.equal(server.text(), "once more");
  assert.equal(text.unsaved.value, false);
});

test("what was kept on the device is sent by the next page, and forgotten then", async () => {
  const server = new FakeServer();
  const kept = storage();
  const first = open(server, kept);
  write(first, "zonder verbinding");
  await wait(400);
  assert.equal(Object.keys(kept).length, 1);
  server.come();
  const second = open(server, kept);
  await wait(150);
  assert.equal(server.text(), "zonder verbinding");
  assert.equal(second.unsaved.value, false);
  first.abandon();
  assert.equal(Object.keys(kept).length, 0);
});

test("an editor of an older schema writes no more, and loses nothing", async () => {
  const server = new FakeServer();
  server.come();
  const kept = storage();
  const text = open(server, kept);
  await wait(10);
  server.refuse = "vision.stale_schema";
  write(text, "bewaard");
  await wait(400);
  assert.equal(text.stage.value, "stale");
  assert.equal(Object.keys(kept).length, 1);
});

test("a refusal is said, and looked at again until its cause is over", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  server.refuse = "vision.too_long";
  write(text, "x");
  await wait(100);
  assert.equal(text.stage.value, "stuck");
  assert.equal(text.problem.value, "refused");
  assert.equal(text.unsaved.value, true);
  server.refuse = null;
  await wait(1_700);
  assert.equal(text.stage.value, "ready");
  assert.equal(text.unsaved.value, false);
  assert.equal(server.text(), "x");
});

test("whoever makes a full part shorter hears soon that it is saved", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  server.refuse = "vision.too_long";
  write(text, "xyz");
  await wait(100);
  text.tryAgain(60_000);
  server.refuse = null;
  (text.fragment.get(0) as Y.XmlText).delete(0, 2);
  await wait(1_800);
  assert.equal(text.stage.value, "ready");
  assert.equal(server.text(), "z");
});

test("what is too large to travel at once goes in pieces, and typing goes on meanwhile", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  text.doc.transact(() => {
    const lines = Array.from({ length: 9_000 }, (_, n) => new Y.XmlText(`Een regel uit een lang verslag, nummer ${n}`));
    text.fragment.insert(0, lines);
  });
  await wait(60);
  write(text, " en verder");
  await wait(400);
  assert.equal(text.unsaved.value, false);
  assert.ok(server.sent.filter((type) => type === "vision.update").length >= 3);
  assert.equal(server.doc.getXmlFragment("text").toString(), text.fragment.toString());
});

test("a text far from the screen takes what comes calmly, and at once when somebody comes near or prints", async () => {
  const server = new FakeServer();
  server.come();
  const [text, other] = [open(server), open(server)];
  await wait(10);
  text.follow(false);
  write(other, "from afar");
  await wait(80);
  text.receive([Y.encodeStateAsUpdate(other.doc)]);
  assert.equal(text.empty.peek(), true);
  text.catchUp();
  assert.equal(text.empty.peek(), false);
  write(other, ", and near");
  text.receive([Y.encodeStateAsUpdate(other.doc)]);
  assert.equal(String(text.fragment.get(0)), "from afar");
  text.follow(true);
  assert.equal(String(text.fragment.get(0)), "from afar, and near");
});

test("what was refused is tried again when the part or the text changes, not only after a while", async () => {
  const server = new FakeServer();
  server.come();
  const text = open(server);
  await wait(10);
  const causes = [
    () => {
      const { collections } = server.state.value;
      const sections = { ...collections.sections, "section-1": { id: "section-1" } as Section };
      server.state.value = { ...server.state.value, collections: { ...collections, sections } };
    },
    () => text.receive([Y.encodeStateAsUpdate(new Y.Doc())]),
  ];
  for (const over of causes) {
    server.refuse = "section.not_found";
    write(text, "x");
    await wait(100);
    assert.equal(text.stage.value, "stuck");
    await wait(1_700); // tried once more; the next try by itself is three seconds away
    server.refuse = null;
    const before = server.sent.length;
    over();
    await wait(1_700);
    assert.ok(server.sent.length > before);
    assert.equal(text.unsaved.value, false);
    assert.equal(text.stage.value, "ready");
  }
});

test("a change that cannot be read takes nothing along that came beside it", async (context) => {
  context.mock.method(console, "error", () => undefined);
  const server = new FakeServer();
  server.come();
  const [text, other] = [open(server), open(server)];
  await wait(10);
  write(other, "goed");
  text.receive([new Uint8Array([1, 1, 9, 0, 42, 200]), Y.encodeStateAsUpdate(other.doc)]);
  await wait(50);
  assert.equal(String(text.fragment.get(0)), "goed");
});
