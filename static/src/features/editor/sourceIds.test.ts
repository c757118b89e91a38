import assert from "node:assert/strict";
import { test } from "node:test";
import { joinBackward, splitBlock } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { EditorState, TextSelection } from "prosemirror-state";
import { updateYFragment } from "y-prosemirror";
import * as Y from "yjs";
import { nodeType, ROOT, schema } from "./schema";
import { addPassage, idsOf, paragraphs, passageMark } from "./sourceIds";
import { attributesOf } from "./textAttributes";

function paragraph(text: string, ...ids: string[]): Node {
  return nodeType("paragraph").create(null, text ? schema.text(text, ids.map(passageMark)) : null);
}

function state(...blocks: Node[]): EditorState {
  return EditorState.create({ doc: nodeType("doc").create(null, blocks) });
}

/** Puts the cursor so many signs after the start of the text, and does something there. */
function at(before: EditorState, pos: number, command: Command): EditorState {
  const ready = before.apply(before.tr.setSelection(TextSelection.near(before.doc.resolve(pos))));
  let after = ready;
  command(ready, (tr) => {
    after = ready.apply(tr);
  });
  return after;
}

const shown = (now: EditorState) => paragraphs(now.doc).map(({ node }) => [node.textContent, ...idsOf(node)].join("|"));

test("Enter at the start, in the middle and at the end leaves the cards with the words", () => {
  const one = state(paragraph("Wij eten samen", "a"));
  assert.deepEqual(shown(at(one, 1, splitBlock)), ["", "Wij eten samen|a"]);
  assert.deepEqual(shown(at(one, 4, splitBlock)), ["Wij|a", " eten samen|a"]);
  const ended = at(one, 15, splitBlock);
  assert.deepEqual(shown(ended), ["Wij eten samen|a", ""]);
  assert.deepEqual(shown(ended.apply(ended.tr.insertText("En wij spelen"))), ["Wij eten samen|a", "En wij spelen"]);
});

test("a paragraph that is joined has the cards of both", () => {
  const two = state(paragraph("Wij eten", "a"), paragraph("Wij spelen", "b", "c"));
  assert.deepEqual(shown(at(two, 11, joinBackward)), ["Wij etenWij spelen|a|b|c"]);
  const empty = state(paragraph(""), paragraph("Wij spelen", "b"));
  assert.deepEqual(shown(at(empty, 3, joinBackward)), ["Wij spelen|b"]);
});

test("words that went take their cards along, and an empty line has none", () => {
  const one = state(paragraph("Wij eten", "a"), paragraph("Wij spelen", "b"));
  assert.deepEqual(shown(one.apply(one.tr.delete(1, 9))), ["", "Wij spelen|b"]);
  assert.deepEqual(shown(one.apply(one.tr.delete(1, 15))), ["spelen|b"]);
  assert.deepEqual(shown(one.apply(one.tr.delete(2, 9).insertText(" ", 1, 2))), [" ", "Wij spelen|b"]);
});

test("words that are written in the place of others have their cards", () => {
  const one = state(paragraph("Wij eten", "a"));
  assert.deepEqual(shown(one.apply(one.tr.insertText("Wij koken", 1, 9))), ["Wij koken|a"]);
});

test("words of which one has no id get one, beside those that they have", () => {
  const one = state(paragraph("Wij eten", "a"), paragraph("Wij spelen"));
  const [first, second] = paragraphs(one.doc);
  assert.ok(first && second);
  const more = addPassage(addPassage(one.tr, first.pos, first.node, "b"), second.pos, second.node, "c");
  assert.deepEqual(shown(one.apply(more)), ["Wij eten|a|b", "Wij spelen|c"]);
});

test("marks have the names in the shared text that the library gives them", () => {
  const doc = new Y.Doc();
  const marks = [schema.mark("strong"), passageMark("a"), passageMark("b-1")];
  const words = nodeType("doc").create(null, nodeType("paragraph").create(null, schema.text("Wij", marks)));
  updateYFragment(doc, doc.getXmlFragment(ROOT), words, { mapping: new Map(), isOMark: new Map() });
  const text = (doc.getXmlFragment(ROOT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  assert.deepEqual(text.toDelta(), [{ insert: "Wij", attributes: attributesOf(marks) }]);
});
