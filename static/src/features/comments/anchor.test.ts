import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { anchorOf, locate } from "./anchor";
import { findWords, sameWords } from "./words";

function text(...paragraphs: string[]): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("text");
  for (const words of paragraphs) {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(words)]);
    fragment.push([element]);
  }
  return { doc, fragment };
}

function words(fragment: Y.XmlFragment, n: number): Y.XmlText {
  return (fragment.get(n) as Y.XmlElement).get(0) as Y.XmlText;
}

function found(fragment: Y.XmlFragment, spot: ReturnType<typeof locate>): string | null {
  return spot && words(fragment, spot.block).toString().slice(spot.start, spot.end);
}

test("words are found again after others wrote before and after them", () => {
  const { fragment } = text("Wij eten. Wij eten samen.", "Wij eten samen.");
  const anchor = anchorOf("s", fragment, 0, 10, "Wij eten samen.");
  words(fragment, 0).insert(0, "Elke dag. ");
  const first = new Y.XmlElement("paragraph");
  first.insert(0, [new Y.XmlText("Wij eten samen.")]);
  fragment.insert(0, [first]);
  assert.deepEqual(locate(fragment, anchor), { block: 1, start: 20, end: 35 });
});

test("of the same words twice in one paragraph, those that were meant are found", () => {
  const { fragment } = text("Samen. En dan: Samen.");
  const anchor = anchorOf("s", fragment, 0, 15, "Samen.");
  words(fragment, 0).insert(0, "Wij. ");
  assert.equal(locate(fragment, anchor)?.start, 20);
});

test("words that moved to another paragraph are found there", () => {
  const { fragment } = text("Wij spelen. Wij zingen.", "Iets anders.");
  const anchor = anchorOf("s", fragment, 0, 12, "Wij zingen.");
  words(fragment, 0).delete(11, 12);
  words(fragment, 1).insert(12, " Wij zingen.");
  assert.equal(found(fragment, locate(fragment, anchor)), "Wij zingen.");
});

test("words that changed are not there, and come back with an undo", () => {
  const { fragment } = text("Wij faciliteren ontmoeting.");
  const anchor = anchorOf("s", fragment, 0, 0, "Wij faciliteren ontmoeting.");
  const undo = new Y.UndoManager(fragment);
  words(fragment, 0).delete(4, 11);
  assert.equal(locate(fragment, anchor), null);
  undo.undo();
  assert.equal(locate(fragment, anchor)?.start, 0);
});

test("the paragraph's id leads to the words when their place is not known", () => {
  const { fragment } = text("Samen.", "Samen.");
  (fragment.get(1) as Y.XmlElement).setAttribute("id", "p1");
  assert.equal(locate(fragment, { paragraph: "p1", place: "", words: "Samen." })?.block, 1);
  assert.equal(locate(fragment, { paragraph: "gone", place: "broken!", words: "Samen." })?.block, 0);
});

test("a sentence with a break or a mark in it is one", () => {
  const { fragment } = text("Wij eten ");
  const element = fragment.get(0) as Y.XmlElement;
  element.insert(1, [new Y.XmlElement("hard_break"), new Y.XmlText("samen. Klaar.")]);
  words(fragment, 0).format(0, 3, { strong: {} });
  const spot = locate(fragment, anchorOf("s", fragment, 0, 0, "Wij eten samen."));
  assert.deepEqual(spot, { block: 0, start: 0, end: 15 });
  const later = anchorOf("s", fragment, 0, 16, "Klaar.");
  assert.deepEqual(locate(fragment, later), { block: 0, start: 16, end: 22 });
});

test("spaces and signs that nobody sees make no difference", () => {
  assert.ok(sameWords("Wij  eten\nsamen", "Wij eten\u00a0sa\u00admen"));
  assert.ok(sameWords("cafe\u0301", "café"));
  assert.ok(!sameWords("Wij eten", "Wij aten"));
  assert.deepEqual(findWords("a  b c a b", "a b", 9), [7, 10]);
  assert.deepEqual(findWords("a  b c a b", "a b", 0), [0, 4]);
  assert.equal(findWords("a b", " ", 0), null);
  assert.deepEqual(findWords("een cafe\u0301 hier", "café"), [4, 9]);
});
