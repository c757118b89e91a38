import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import type { Ack, Live } from "../../core/live/contract";
import { CommandError } from "../../core/live/contract";
import type { State } from "../../core/store/fold";
import { emptyState } from "../../core/store/fold";
import type { Check, Mark } from "./checker";
import { Checker } from "./checker";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mark = (text: string): Mark => ({
  start: 0,
  end: text.length,
  kind: "rare",
  text,
  reason: "",
  proposals: [],
  insertions: [],
  key: text,
});
const check = (text: string): Check => ({ difficulty: 0, sentences: [], marks: [mark(text)] });

function server() {
  const asked: string[][] = [];
  const state = signal<State>(emptyState());
  const online = new Set<() => void>();
  const answers = { refuse: false };
  const send = (_type: string, fields: { texts: string[] }) => {
    asked.push(fields.texts);
    if (answers.refuse) return Promise.reject(new CommandError("offline", ""));
    return Promise.resolve({ ok: true, checks: fields.texts.map(check) } as Ack);
  };
  const onOnline = (handler: () => void) => {
    online.add(handler);
    return () => online.delete(handler);
  };
  const live = { send, state, onOnline } as unknown as Pick<Live, "send" | "state" | "onOnline">;
  const accept = (...words: string[]) => {
    const wordings = Object.fromEntries(words.map((one) => [one, { id: one, words: one }]));
    state.value = { ...state.value, collections: { ...state.value.collections, wordings } };
  };
  return { live, asked, accept, answers, online };
}

test("only texts that changed are asked, once the keys rest", async () => {
  const { live, asked } = server();
  const checker = new Checker(live, "nl");
  checker.put("a", ["one", "two"]);
  checker.put("a", ["one", "twos"]);
  await wait(500);
  assert.deepEqual(asked, [["one", "twos"]]);
  checker.put("a", ["one", "three", ""]);
  await wait(500);
  assert.deepEqual(asked[1], ["three"]);
  assert.equal(checker.look("one")?.marks.length, 1);
  assert.equal(checker.look("twos"), undefined);
  checker.close();
});

test("what is fine here is left out at once, and asked again when it is not fine any more", async () => {
  const { live, asked, accept } = server();
  const checker = new Checker(live, "nl");
  checker.put("a", ["Word"]);
  await wait(500);
  accept("word");
  assert.deepEqual(checker.look("Word")?.marks, []);
  accept();
  await wait(50);
  assert.deepEqual(asked, [["Word"], ["Word"]]);
  assert.equal(checker.look("Word")?.marks.length, 1);
  checker.close();
});

test("without a connection it waits until there is one", async () => {
  const { live, asked, answers, online } = server();
  const checker = new Checker(live, "nl");
  answers.refuse = true;
  checker.put("a", ["one"]);
  await wait(500);
  answers.refuse = false;
  for (const handler of online) handler();
  await wait(50);
  assert.equal(asked.length, 2);
  assert.ok(checker.look("one"));
  checker.close();
});
