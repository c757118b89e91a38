import assert from "node:assert/strict";
import { test } from "node:test";
import { toggleMark } from "prosemirror-commands";
import { yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import { chanceOf } from "./chance.test.helper";
import { markType, schema } from "./schema";
import { idsOf, paragraphs } from "./sourceIds";
import type { Writer } from "./writers.test.helper";
import { act, begun, settle, sourcesIn } from "./writers.test.helper";

const words = (writer: Writer) => writer.state.doc.textBetween(0, writer.state.doc.content.size, "\n");

function same(writers: readonly Writer[], note: string): void {
  const shown = writers.map(words);
  assert.equal(new Set(shown).size, 1, `${note}: ${shown.join(" / ")}`);
  for (const one of writers) {
    const shared = yXmlFragmentToProseMirrorRootNode(one.fragment, schema);
    assert.deepEqual(one.state.doc.toJSON(), shared.toJSON(), `${note}: the editor is not the shared text`);
    one.state.doc.check();
  }
}

test("two to six who write at one spot, composing or not, keep every word whole", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(5), "Wij ", seed);
    const said = writers.map((_, n) => `${Array.from({ length: 2 + chance(6) }, () => "ab"[chance(2)]).join("")}${"UVWXYZ"[n]}`);
    const composing = writers.map(() => chance(2) === 1);
    const typed = writers.map(() => 0);
    while (typed.some((count, n) => count < (said[n]?.length ?? 0))) {
      const n = chance(writers.length);
      const [one, word] = [writers[n] as Writer, said[n] as string];
      const count = typed[n] ?? 0;
      if (chance(2) && count < word.length) {
        if (composing[n]) one.compose(word.slice(0, count + 1));
        else one.type(word[count] ?? "");
        typed[n] = count + 1;
        if (count + 1 === word.length) one.composed = 0;
      }
      const reader = writers[chance(writers.length)] as Writer;
      reader.take(chance(1 + reader.inbox.length));
    }
    settle(writers);
    same(writers, `seed ${seed}`);
    const line = words(writers[0] as Writer);
    const whole = said.filter((word) => line.includes(word));
    assert.deepEqual(whole, said, `seed ${seed}: ${line}`);
    assert.equal(line.length, `Wij ${said.join("")}`.length, `seed ${seed}: ${line}`);
  }
});

test("two to six who begin in one empty line at once lose no letter", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(5), "Wij", seed);
    writers[0]?.enter();
    settle(writers);
    const said = writers.map((_, n) => "UVWXYZ".charAt(n).repeat(4));
    for (const one of writers) one.put(one.state.doc.content.size - 1);
    for (let turn = 0; turn < 4; turn += 1) {
      for (const [n, one] of writers.entries()) {
        one.type(said[n]?.charAt(turn) ?? "");
        if (chance(3) === 0) one.take(chance(1 + one.inbox.length));
        if (chance(4) === 0) one.run(toggleMark(markType("strong")));
      }
    }
    settle(writers);
    same(writers, `seed ${seed}`);
    const line = words(writers[0] as Writer);
    assert.equal(line.length, 4 + 4 * writers.length, `seed ${seed}: ${line}`);
  }
});

test("letters that one person types at two places stay there", () => {
  const [one, two] = begun(2, "aaaa") as [Writer, Writer];
  one.put(2);
  one.type("x");
  one.put(5);
  one.type("y");
  two.put(1);
  two.type("v");
  settle([one, two]);
  assert.equal(words(one), "vaxaaya");
});

test("a letter that somebody puts in another's new word stays there", () => {
  const [one, two] = begun(2, "") as [Writer, Writer];
  one.type("bur");
  settle([one, two]);
  two.put(3);
  two.type("u");
  settle([one, two]);
  assert.equal(words(one), "buur");
});

function lies(one: Writer): string[] {
  return paragraphs(one.state.doc).flatMap(({ node }) => {
    const ids = new Set(idsOf(node));
    if (!node.textContent.trim()) return ids.size ? [`an empty line with ${[...ids]}`] : [];
    return sourcesIn(node.textContent)
      .filter((id) => !ids.has(id))
      .map((id) => `${node.textContent} without ${id}`);
  });
}

test("whatever one writer does and takes back, cards stay with their words", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2, "Wij ");
    const one = writers[0] as Writer;
    for (let step = 0; step < 40; step += 1) {
      act(one, chance, step);
      assert.deepEqual(lies(one), [], `seed ${seed}, step ${step}`);
    }
    settle(writers);
    same(writers, `seed ${seed}`);
  }
});

test("whatever two to six writers do and take back while they hear each other, cards stay with their words", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(5), "Wij ", seed);
    for (let step = 0; step < 40; step += 1) {
      act(writers[chance(writers.length)] as Writer, chance, step);
      settle(writers);
      for (const one of writers) assert.deepEqual(lies(one), [], `seed ${seed}, step ${step}`);
    }
    same(writers, `seed ${seed}`);
  }
});

test("taking everything back takes away one's own letters and nobody else's", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(5), "Wij ", seed);
    const [first] = writers as [Writer];
    let typed = 0;
    for (let step = 0; step < 40; step += 1) {
      const one = writers[chance(writers.length)] as Writer;
      one.put(1 + chance(one.state.doc.content.size));
      const what = one === first ? chance(6) : 6;
      if (what === 0) one.enter();
      else if (what === 1) one.run(toggleMark(markType("strong")));
      else {
        one.type(one === first ? "m" : "v");
        if (one !== first) typed += 1;
      }
      if (chance(4) === 0) one.pause();
      settle(writers);
    }
    while (first.undo()) settle(writers);
    same(writers, `seed ${seed}`);
    const left = words(first);
    assert.equal(left.split("v").length - 1, typed, `seed ${seed}: ${left}`);
    assert.equal(left.includes("m"), false, `seed ${seed}: ${left}`);
  }
});

/** Who never saw words with their card may copy them without it: of 900 of these meetings, 2 lost a card somewhere. */
const MAY_LOSE = 1;

test("two to six writers whose changes come late, and who are away, have one text when all has come, with its cards", () => {
  const lost: string[] = [];
  for (let seed = 1; seed <= 60; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(5), "Wij ", seed);
    for (let step = 0; step < 60; step += 1) {
      act(writers[chance(writers.length)] as Writer, chance, step);
      const reader = writers[chance(writers.length)] as Writer;
      reader.take(chance(1 + reader.inbox.length));
    }
    settle(writers);
    same(writers, `seed ${seed}`);
    const [first] = writers.map(lies);
    if (first?.length) lost.push(`seed ${seed}: ${first}`);
  }
  assert.ok(lost.length <= MAY_LOSE, lost.join("\n"));
});
