import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import type { Insertion } from "../wordings";
import { LastAct } from "./lastAct";
import { textOf } from "./plain";
import type { Chosen } from "./replaced";
import { placeNow, replaceAll } from "./replaced";
import type { SectionText } from "./sectionText";

function section(name: string, ...paragraphs: string[]) {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("text");
  for (const words of paragraphs) {
    const block = new Y.XmlElement("paragraph");
    block.insert(0, [new Y.XmlText(words)]);
    fragment.insert(fragment.length, [block]);
  }
  const blocks = fragment.toArray() as Y.XmlElement[];
  const words = () => blocks.map(textOf);
  return { name, doc, blocks, words, text: { section: name, doc, fragment } as unknown as SectionText };
}

/** The words of a block. */
function wordsOf(one: ReturnType<typeof section>, n: number): Y.XmlText {
  const found = one.blocks[n]?.get(0);
  assert.ok(found instanceof Y.XmlText);
  return found;
}

/** Puts other words for words that stand in a sentence. */
function insertion(text: string, old: string, words: string): Insertion {
  const start = text.indexOf(old);
  const end = start + old.length;
  return { start, end, old, text: words, before: text.slice(0, start), after: text.slice(end) };
}

function chosen(one: ReturnType<typeof section>, n: number, old: string, words: string): Chosen {
  const block = one.blocks[n] as Y.XmlElement;
  const text = textOf(block);
  return { section: one.name, block, text, change: insertion(text, old, words) };
}

test("what is chosen goes in everywhere, and one act takes it back", () => {
  const [a, b] = [section("a", "Wij willen participatie.", "Participatie helpt."), section("b", "Ook participatie.")];
  const texts = new Map([a, b].map((one) => [one.name, one.text]));
  const last = new LastAct();
  assert.equal(last.undo(), false);
  const { made, undo } = replaceAll(texts, [chosen(a, 0, "participatie", "meedoen"), chosen(b, 0, "participatie", "meedoen")]);
  last.did(undo);
  assert.equal(made, 2);
  assert.deepEqual([a.words(), b.words()], [["Wij willen meedoen.", "Participatie helpt."], ["Ook meedoen."]]);
  assert.equal(last.undoFirst(), true);
  assert.deepEqual([a.words(), b.words()], [["Wij willen participatie.", "Participatie helpt."], ["Ook participatie."]]);
  assert.equal(last.undo(), false);
});

test("what was typed since is taken back first", () => {
  const a = section("a", "Wij willen participatie.");
  const last = new LastAct();
  last.did(replaceAll(new Map([["a", a.text]]), [chosen(a, 0, "participatie", "meedoen")]).undo);
  last.typed();
  assert.equal(last.undoFirst(), false);
  assert.deepEqual(a.words(), ["Wij willen meedoen."]);
  assert.equal(last.undo(), true);
  assert.deepEqual(a.words(), ["Wij willen participatie."]);
});

test("taking back leaves what others wrote meanwhile", () => {
  const a = section("a", "Wij willen participatie.");
  const { undo } = replaceAll(new Map([["a", a.text]]), [chosen(a, 0, "participatie", "meedoen")]);
  wordsOf(a, 0).insert(0, "Ja! ");
  undo();
  assert.deepEqual(a.words(), ["Ja! Wij willen participatie."]);
});

test("words that changed meanwhile are left alone, and a sentence that moved is found", () => {
  const a = section("a", "Wij willen participatie.", "Onze participatie telt.");
  const wanted = [chosen(a, 0, "participatie", "meedoen"), chosen(a, 1, "participatie", "meedoen")];
  wordsOf(a, 0).delete(0, 4);
  wordsOf(a, 1).insert(0, "Hallo. ");
  assert.equal(replaceAll(new Map([["a", a.text]]), wanted).made, 1);
  assert.deepEqual(a.words(), ["willen participatie.", "Hallo. Onze meedoen telt."]);
});

test("two places in one block do not push each other away, and bold words stay bold", () => {
  const a = section("a", "Participatie en participatie.");
  wordsOf(a, 0).format(16, 12, { strong: {} });
  const wanted = [chosen(a, 0, "Participatie", "Meedoen"), chosen(a, 0, "participatie", "meedoen")];
  assert.equal(replaceAll(new Map([["a", a.text]]), wanted).made, 2);
  assert.deepEqual(a.words(), ["Meedoen en meedoen."]);
  assert.deepEqual(wordsOf(a, 0).toDelta(), [
    { insert: "Meedoen en " },
    { insert: "meedoen", attributes: { strong: {} } },
    { insert: "." },
  ]);
});

test("a sentence that stands there twice is not guessed at", () => {
  const change = insertion("Wij doen mee.", "mee", "samen");
  assert.equal(placeNow("Ja. Wij doen mee. Wij doen mee.", "Wij doen mee.", change), null);
  assert.equal(placeNow("Wij doen mee. Ja.", "Wij doen mee.", change), 9);
});
