/**
 * Meetings of writers with the plugins of the editor, for the tests of the server and of what is exported: a program that
 * answers each line {"seed", "writers", "steps"} with one line {"updates", "ends"}: what reaches the server, in its order,
 * and the whole text of every writer in the end. They write, compose, move, take back, go away and come back.
 */
import { createInterface } from "node:readline";
import * as Y from "yjs";
import { chanceOf } from "./chance.test.helper";
import type { Writer } from "./writers.test.helper";
import { act, begun, Line, settle } from "./writers.test.helper";

interface Asked {
  seed: number;
  writers: number;
  steps: number;
}

function meeting({ seed, writers: count, steps }: Asked): { updates: string[]; ends: string[] } {
  const chance = chanceOf(seed);
  const line = new Line();
  const writers = begun(count, "Wij ", seed, [], line);
  const one = () => writers[chance(writers.length)] as Writer;
  for (let step = 0; step < steps; step += 1) {
    act(one(), chance, step);
    const reader = one();
    reader.take(chance(1 + reader.inbox.length));
    if (chance(8) === 0) line.turn(one());
  }
  for (const away of writers) if (away.unsent) line.turn(away);
  settle(writers);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  return { updates: line.reached.map(base64), ends: writers.map(({ doc }) => base64(Y.encodeStateAsUpdate(doc))) };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(meeting(JSON.parse(line) as Asked)));
}
