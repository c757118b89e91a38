import assert from "node:assert/strict";
import { test } from "node:test";
import { joinBackward, splitBlock } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { chanceOf } from "./chance.test.helper";
import { nodeType, ROOT, schema } from "./schema";
import { attributeOf, idsOf, keepWithWords, paragraphs } from "./sourceIds";

const KEEP = new Plugin({
  appendTransaction: (transactions, before, after) =>
    transactions.some((tr) => tr.docChanged) ? keepWithWords(transactions, before, after) : null,
});

function paragraph(text: string, ...ids: string[]): Node {
  return nodeType("paragraph").create({ id: attributeOf(ids) }, text ? schema.text(text) : null);
}

function state(...blocks: Node[]): EditorState {
  return EditorState.create({ doc: nodeType("doc").create(null, blocks), plugins: [KEEP] });
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
  assert.deepEqual(shown(at(one, 15, splitBlock)), ["Wij eten samen|a", ""]);
});

test("a paragraph that is joined has the cards of both", () => {
  const two = state(paragraph("Wij eten", "a"), paragraph("Wij spelen", "b", "c"));
  assert.deepEqual(shown(at(two, 11, joinBackward)), ["Wij etenWij spelen|a b c".replaceAll(" b c", "|b|c").replace("|a", "|a")]);
  const empty = state(paragraph(""), paragraph("Wij spelen", "b"));
  assert.deepEqual(shown(at(empty, 3, joinBackward)), ["Wij spelen|b"]);
});

test("words that went take their cards along, and an empty line has none", () => {
  const one = state(paragraph("Wij eten", "a"), paragraph("Wij spelen", "b"));
  assert.deepEqual(shown(one.apply(one.tr.delete(1, 9))), ["", "Wij spelen|b"]);
  assert.deepEqual(shown(one.apply(one.tr.delete(1, 15))), ["spelen|b"]);
});

test("words that are moved take their cards along", () => {
  const one = state(paragraph("Wij eten", "a"), paragraph("Wij spelen", "b"));
  const moved = one.tr.delete(0, 10);
  assert.deepEqual(shown(one.apply(moved.insert(moved.doc.content.size, paragraph("Wij eten", "a")))), ["Wij spelen|b", "Wij eten|a"]);
});

/** Each source stands behind a sentence of signs that only it has, and that no deletion makes. */
const FIRST_SIGN = 0xe000;
const SIGNS = 3;
const WORDS = (source: number) => [0, 1, 2].map((n) => String.fromCharCode(FIRST_SIGN + SIGNS * source + n)).join(" ");
const sourcesIn = (text: string) =>
  [...text].flatMap((sign) => (sign >= "\ue000" && sign <= "\uf8ff" ? [`s${Math.floor((sign.charCodeAt(0) - FIRST_SIGN) / SIGNS)}`] : []));

class Writer {
  readonly doc = new Y.Doc();
  private readonly fragment = this.doc.getXmlFragment(ROOT);
  private readonly undo = new Y.UndoManager(this.fragment, { trackedOrigins: new Set(["typed"]), captureTimeout: 0 });

  constructor(
    private readonly chance: (below: number) => number,
    private readonly undoes = true,
  ) {}

  shown(): EditorState {
    const doc = yXmlFragmentToProseMirrorRootNode(this.fragment, schema);
    return EditorState.create({ doc: doc.content.size ? doc : nodeType("doc").create(null, paragraph("")), plugins: [KEEP] });
  }

  act(source: number): void {
    const what = this.undoes ? this.chance(10) : 2 + this.chance(8);
    if (what === 0) this.undo.undo();
    else if (what === 1) this.undo.redo();
    else this.write(this.edit(what, source));
  }

  private write({ from, to }: { from: EditorState; to: EditorState }): void {
    if (from.doc.eq(to.doc)) return;
    this.doc.transact(() => {
      updateYFragment(this.doc, this.fragment, to.doc, { mapping: new Map(), isOMark: new Map() });
    }, "typed");
  }

  private edit(what: number, source: number): { from: EditorState; to: EditorState } {
    const from = this.shown();
    const { doc } = from;
    const pos = 1 + this.chance(Math.max(1, doc.content.size - 1));
    const some = paragraphs(doc);
    const one = some[this.chance(some.length)];
    const apply = (tr: Transaction) => ({ from, to: from.applyTransaction(tr).state });
    if (what === 2) return apply(from.tr.insert(this.chance(2) ? 0 : doc.content.size, paragraph(WORDS(source), `s${source}`)));
    if (what === 3) return { from, to: at(from, pos, splitBlock) };
    if (what === 4) return { from, to: at(from, one ? one.pos + 1 : pos, joinBackward) };
    if (what === 5 && one) return apply(from.tr.delete(one.pos, one.pos + one.node.nodeSize));
    if (what === 6 && one) {
      const tr = from.tr.delete(one.pos, one.pos + one.node.nodeSize);
      return apply(tr.insert(this.chance(2) ? 0 : tr.doc.content.size, one.node));
    }
    if (what === 7) {
      const start = TextSelection.near(doc.resolve(pos)).from;
      const end = TextSelection.near(doc.resolve(Math.min(doc.content.size, start + this.chance(8)))).to;
      return start < end ? apply(from.tr.delete(start, end)) : { from, to: from };
    }
    return apply(from.tr.insertText(" x ", TextSelection.near(doc.resolve(pos)).from));
  }
}

function lies(now: EditorState): string[] {
  return paragraphs(now.doc).flatMap(({ node }) => {
    const ids = new Set(idsOf(node));
    if (!node.textContent.trim()) return ids.size ? [`an empty line with ${[...ids]}`] : [];
    return sourcesIn(node.textContent)
      .filter((id) => !ids.has(id))
      .map((id) => `${node.textContent} without ${id}`);
  });
}

test("whatever one writer does, each word has the cards that it came with", () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const chance = chanceOf(seed);
    const writer = new Writer(chance);
    for (let step = 0; step < 40; step += 1) {
      writer.act(step);
      assert.deepEqual(lies(writer.shown()), [], `seed ${seed}, step ${step}`);
    }
  }
});

function meeting(writers: readonly Writer[]): (one: Writer) => void {
  const server = new Y.Doc();
  return ({ doc }) => {
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
    for (const { doc: other } of writers) Y.applyUpdate(other, Y.encodeStateAsUpdate(server, Y.encodeStateVector(other)));
  };
}

test("two to six writers who hear each other keep the cards with the words", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const chance = chanceOf(seed);
    const writers = Array.from({ length: 2 + chance(5) }, () => new Writer(chance, false));
    const meet = meeting(writers);
    for (let step = 0; step < 40; step += 1) {
      const writer = writers[chance(writers.length)] as Writer;
      writer.act(step);
      meet(writer);
      assert.deepEqual(lies(writer.shown()), [], `seed ${seed}, step ${step}`);
    }
  }
});

test("writers who were away have one text when they are back", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const chance = chanceOf(seed);
    const writers = Array.from({ length: 2 + chance(5) }, () => new Writer(chance));
    const server = new Y.Doc();
    const meet = ({ doc }: Writer) => {
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
    };
    for (let step = 0; step < 60; step += 1) {
      const writer = writers[chance(writers.length)] as Writer;
      writer.act(step);
      if (chance(3) === 0) meet(writer);
    }
    for (const writer of [...writers, ...writers]) meet(writer);
    const texts = writers.map((writer) => JSON.stringify(writer.shown().doc.toJSON()));
    assert.equal(new Set(texts).size, 1, `seed ${seed}`);
  }
});
