import assert from "node:assert/strict";
import { test } from "node:test";
import { yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { schema } from "./schema";
import { split } from "./splitUpdate";

function paragraphs(doc: Y.Doc, n: number, words: string): void {
  doc.transact(() => {
    const root = doc.getXmlFragment("text");
    for (let at = 0; at < n; at += 1) {
      const element = new Y.XmlElement("paragraph");
      const text = new Y.XmlText();
      text.insert(0, `${words} ${at}`);
      element.insert(0, [text]);
      root.insert(root.length, [element]);
    }
  });
}

function together(pieces: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const piece of pieces) {
    Y.applyUpdate(doc, piece);
    // Nothing waits for what comes later.
    assert.equal(doc.store.pendingStructs, null);
    assert.equal(doc.store.pendingDs, null);
  }
  return doc;
}

test("a small change travels as it is", () => {
  const doc = new Y.Doc();
  paragraphs(doc, 2, "kort");
  const update = Y.encodeStateAsUpdate(doc);
  assert.deepEqual(split(update, 10_000), [update]);
});

test("1,500 lines at once are pieces that fit, and the same text", () => {
  const doc = new Y.Doc();
  paragraphs(doc, 1_500, "Een regel uit een lang verslag");
  const update = Y.encodeStateAsUpdate(doc);
  const pieces = split(update, 20_000);
  assert.ok(pieces.length > 3);
  assert.ok(pieces.every((piece) => piece.byteLength <= 20_100));
  assert.equal(together(pieces).getXmlFragment("text").toString(), doc.getXmlFragment("text").toString());
});

test("words of several writers, with what they deleted, come one after the other", () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  for (let turn = 0; turn < 6; turn += 1) {
    paragraphs(turn % 2 ? one : two, 40, `beurt ${turn}`);
    one.getXmlFragment("text").delete(turn, one.getXmlFragment("text").length > turn + 3 ? 3 : 0);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  }
  const pieces = split(Y.encodeStateAsUpdate(one), 1_000);
  assert.ok(pieces.length > 5);
  assert.equal(together(pieces).getXmlFragment("text").toString(), one.getXmlFragment("text").toString());
});

test("between two pieces an editor finds nothing that it would delete", () => {
  const doc = new Y.Doc();
  doc.transact(() => {
    const list = new Y.XmlElement("bullet_list");
    for (let at = 0; at < 300; at += 1) {
      const [item, line, text] = [new Y.XmlElement("list_item"), new Y.XmlElement("paragraph"), new Y.XmlText()];
      text.insert(0, `punt ${at}`);
      line.insert(0, [text]);
      item.insert(0, [line]);
      list.insert(at, [item]);
    }
    doc.getXmlFragment("text").insert(0, [list]);
  });
  for (const most of [200, 211, 223, 500]) {
    const reader = new Y.Doc();
    const pieces = split(Y.encodeStateAsUpdate(doc), most);
    assert.ok(pieces.length > 20);
    for (const piece of pieces) {
      Y.applyUpdate(reader, piece);
      yXmlFragmentToProseMirrorRootNode(reader.getXmlFragment("text"), schema).check();
    }
    assert.equal(reader.getXmlFragment("text").toString(), doc.getXmlFragment("text").toString());
  }
});

test("one paragraph that is larger than a piece is cut between its characters", () => {
  const doc = new Y.Doc();
  paragraphs(doc, 1, "👍a".repeat(20_000));
  const pieces = split(Y.encodeStateAsUpdate(doc), 20_000);
  assert.ok(pieces.length > 4);
  assert.ok(pieces.every((piece) => piece.byteLength <= 20_100));
  assert.equal(together(pieces).getXmlFragment("text").toString(), doc.getXmlFragment("text").toString());
});
