/**
 * Writers that make the changes real editors make, for the tests of what the server takes: run as a program,
 * `node updateWriters.mjs FIRST_SEED SEEDS STEPS`. Each seed is a story of some writers in one text who type, delete,
 * split, join, mark up, undo, redo, go away and come back. Prints JSON lines: {"seed", "update"} for whatever
 * reaches the server, in its order, and {"seed", "ends"} with the whole text of every writer after the last.
 */
import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, Transaction } from "prosemirror-state";
import { EditorState, TextSelection } from "prosemirror-state";
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { chanceOf } from "./chance.test.helper";
import { markType, nodeType, ROOT, schema } from "./schema";
import { addPassage, passageMark } from "./sourceIds";

type Chance = (below: number) => number;

function oneOf<T>(chance: Chance, all: readonly T[]): T {
  return all[chance(all.length)] as T;
}

const WORDS = ["wij ", "é", "samen", "👍🏽", "مرحبا", " ", "buurt", "x", "\u200b", "12"];

const COMMANDS: readonly Command[] = [
  splitBlock,
  joinBackward,
  lift,
  wrapIn(nodeType("blockquote")),
  wrapInList(nodeType("bullet_list")),
  wrapInList(nodeType("ordered_list"), { order: 3 }),
  splitListItem(nodeType("list_item")),
  liftListItem(nodeType("list_item")),
  sinkListItem(nodeType("list_item")),
  setBlockType(nodeType("heading"), { level: 3 }),
  setBlockType(nodeType("heading"), { level: 2 }),
  setBlockType(nodeType("paragraph")),
  toggleMark(markType("strong")),
  toggleMark(markType("em")),
];

/** A place between two signs: no keyboard puts a cursor in the middle of one. */
function between(doc: Node, pos: number): number {
  const near = TextSelection.near(doc.resolve(Math.min(pos, doc.content.size))).from;
  const { parent, parentOffset } = doc.resolve(near);
  const around = parent.textBetween(Math.max(0, parentOffset - 1), Math.min(parent.content.size, parentOffset + 1), "", " ");
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around) ? near + 1 : near;
}

/** Some words typed, deleted or marked up, a command, or an id for a paragraph. */
function edit(chance: Chance, state: EditorState): Transaction | null {
  const { doc, tr } = state;
  const from = between(doc, 1 + chance(Math.max(1, doc.content.size - 1)));
  const to = between(doc, from + chance(6));
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const kind = chance(10);
  if (kind < 3) return tr.insertText(oneOf(chance, WORDS), start);
  if (kind === 3) return start < end ? tr.delete(start, end) : null;
  if (kind === 4) return tr.replaceWith(start, start, nodeType("hard_break").create());
  if (kind === 5) return identified(chance, doc, tr);
  if (kind === 6) {
    const sentence = nodeType("paragraph").create(null, schema.text("Een zin van een kaartje.", [passageMark(`id-${chance(9999)}`)]));
    return tr.insert(oneOf(chance, [0, doc.content.size]), sentence);
  }
  let made: Transaction | null = null;
  const selected = state.apply(tr.setSelection(TextSelection.create(doc, start, end)));
  oneOf(chance, COMMANDS)(selected, (done) => {
    made = done;
  });
  return made;
}

function identified(chance: Chance, doc: Node, tr: Transaction): Transaction | null {
  const paragraphs: [number, Node][] = [];
  doc.descendants((node, pos) => {
    if (node.type === nodeType("paragraph")) paragraphs.push([pos, node]);
  });
  if (!paragraphs.length) return null;
  const [pos, node] = oneOf(chance, paragraphs);
  return addPassage(tr, pos, node, `id-${chance(9999)}`);
}

class Writer {
  readonly doc: Y.Doc;
  readonly out: Uint8Array[] = [];
  private readonly fragment: Y.XmlFragment;
  private readonly undo: Y.UndoManager;

  constructor(
    private readonly chance: Chance,
    gc: boolean,
  ) {
    this.doc = new Y.Doc({ gc });
    this.doc.clientID = 1 + chance(2 ** 31);
    this.fragment = this.doc.getXmlFragment(ROOT);
    this.undo = new Y.UndoManager(this.fragment, { trackedOrigins: new Set(["typed"]), captureTimeout: 0 });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.out.push(update);
    });
  }

  act(): void {
    const what = this.chance(12);
    if (what === 0) this.undo.undo();
    else if (what === 1) this.undo.redo();
    else this.write();
    if (this.chance(10) < 3) this.undo.stopCapturing();
  }

  /** Puts an edit in the shared text as the editor's binding does. */
  private write(): void {
    const shown = yXmlFragmentToProseMirrorRootNode(this.fragment, schema);
    const doc = shown.content.size ? shown : nodeType("doc").create(null, nodeType("paragraph").create());
    const tr = edit(this.chance, EditorState.create({ doc, schema }));
    if (!tr?.docChanged) return;
    this.doc.transact(() => {
      updateYFragment(this.doc, this.fragment, tr.doc, { mapping: new Map(), isOMark: new Map() });
    }, "typed");
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, "server");
  }

  /** What was not sent yet, in one of the ways in which it may travel. */
  send(server: Y.Doc): Uint8Array[] {
    const waiting = this.out.splice(0);
    if (!waiting.length) return [];
    const theirs = Y.encodeStateVector(server);
    const all = Y.encodeStateAsUpdate(this.doc);
    return oneOf(this.chance, [
      () => waiting,
      () => [Y.mergeUpdates(waiting)],
      () => [Y.encodeStateAsUpdate(this.doc, theirs)],
      () => [Y.diffUpdate(all, theirs)],
      () => [Y.mergeUpdates([Y.mergeUpdates(waiting), ...waiting])],
      () => [all],
    ])();
  }
}

interface Sink {
  update(bytes: Uint8Array): void;
  ends(texts: Uint8Array[]): void;
}

/** One story. */
function tell(seed: number, steps: number, sink: Sink): void {
  const chance = chanceOf(seed);
  const server = new Y.Doc();
  // The real one's library does not clear away marks that say nothing any more.
  server.on("afterTransaction", (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  const writers = Array.from({ length: 1 + chance(4) }, () => new Writer(chance, chance(10) < 7));
  const meet = (writer: Writer) => {
    for (const update of writer.send(server)) {
      Y.applyUpdate(server, update);
      sink.update(update);
    }
    const lacks = Y.encodeStateAsUpdate(server, Y.encodeStateVector(writer.doc));
    writer.hear(lacks);
  };
  for (let step = 0; step < steps; step += 1) {
    const writer = oneOf(chance, writers);
    writer.act();
    if (chance(10) < 4) meet(writer);
  }
  for (const writer of [...writers, ...writers]) meet(writer);
  // Whoever hears of a change may clear away marks that say nothing any more, and tells that as well.
  while (writers.some((writer) => writer.out.length)) for (const writer of writers) meet(writer);
  sink.ends(writers.map((writer) => Y.encodeStateAsUpdate(writer.doc)));
}

const [first = 1, seeds = 1, steps = 40] = process.argv.slice(2).map(Number);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
for (let seed = first; seed < first + seeds; seed += 1) {
  tell(seed, steps, {
    update: (bytes) => console.log(JSON.stringify({ seed, update: base64(bytes) })),
    ends: (texts) => console.log(JSON.stringify({ seed, ends: texts.map(base64) })),
  });
}
