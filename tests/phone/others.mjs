/**
 * Others who type in a vision at once, each in a paragraph of their own, with a cursor that everybody
 * sees. Reads one line of JSON: {url, code, sections, people, wait, seconds}; says "typing" when all of
 * them have begun, and types until it is ended, or until the seconds are over.
 *
 * Each key is an update of its own, and each cursor is told once a second: more than a browser sends.
 */
import { createInterface } from "node:readline";
import { io } from "socket.io-client";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";

const SCHEMA = 2;
const CURSOR_MS = 1_000;
const WORDS = "en dan komen wij samen aan de lange tafel ";

const id = () => crypto.randomUUID().replaceAll("-", "");
const { url, code, sections, people, wait, seconds } = JSON.parse(await oneLine());

async function oneLine() {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "{}";
}

/** Joins with the code and connects; gives a function that sends a command and waits for its answer. */
async function join(name) {
  const body = JSON.stringify({ code, name, role: "parent", language: "nl" });
  const answer = await fetch(`${url}/api/join`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { community, member, token } = await answer.json();
  const socket = io(url, { auth: { community, token, language: "nl" }, transports: ["websocket"] });
  await new Promise((resolve) => socket.on("connect", resolve));
  const send = (type, fields) => socket.timeout(10_000).emitWithAck(type, { command: id(), ...fields });
  await send("enter", { seq: -1 });
  return { member, socket, send };
}

/** The texts of a document, in order. */
function textsIn(parent) {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : textsIn(child)));
}

/** One person: begins in the middle of a paragraph and types on from there. */
async function writer(number) {
  const { member, socket, send } = await join(`Schrijver ${number}`);
  const section = sections[number % sections.length];
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const { update } = await send("vision.open", { section, schema: SCHEMA, vector: Y.encodeStateVector(doc) });
  Y.applyUpdate(doc, new Uint8Array(update));
  socket.on("vision", (data) => {
    if (data.section === section) for (const one of data.updates) Y.applyUpdate(doc, new Uint8Array(one));
  });
  const texts = textsIn(doc.getXmlFragment("text"));
  const text = texts[Math.floor(((number + 0.5) / people) * texts.length)];
  const start = Math.floor(text.length / 2);
  let typed = 0;
  doc.on("update", (bytes, origin) => {
    if (origin === "key") void send("vision.update", { section, schema: SCHEMA, update: bytes }).catch(() => undefined);
  });
  const key = () => {
    doc.transact(() => text.insert(start + typed, WORDS[typed % WORDS.length]), "key");
    typed += 1;
  };
  const cursor = () => {
    const at = Y.createRelativePositionFromTypeIndex(text, start + typed);
    awareness.setLocalState({ user: { member }, cursor: { anchor: at, head: at } });
    const bytes = encodeAwarenessUpdate(awareness, [doc.clientID]);
    void send("vision.cursor", { section, update: bytes }).catch(() => undefined);
  };
  cursor();
  // Not all in the same moment, as people do not.
  setTimeout(() => setInterval(key, wait), (wait / people) * number);
  setTimeout(() => setInterval(cursor, CURSOR_MS), (CURSOR_MS / people) * number);
}

for (let number = 0; number < people; number += 1) await writer(number);
console.log("typing");
setTimeout(() => process.exit(0), seconds * 1_000);
