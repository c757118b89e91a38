/**
 * Reads lines of JSON {"state": {seq, collections}, "facts": […]} and prints the folded
 * collections, one line each. A property test holds it against the server's fold.
 */
import { createInterface } from "node:readline";
import type { Collections, Fact } from "../../generated/catalogue";
import { foldAll, stateFrom } from "./fold";

interface Vector {
  state: { seq: number; collections: Partial<Collections> };
  facts: Fact[];
}

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  if (!line.trim()) return;
  const vector = JSON.parse(line) as Vector;
  const state = foldAll(stateFrom(vector.state), vector.facts);
  process.stdout.write(`${JSON.stringify(state)}\n`);
});
