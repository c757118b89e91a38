/** Writers without a browser, with the plugins that the editor has, and a line between them that may be slow. */
import { joinBackward, splitBlock } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, Plugin, Transaction } from "prosemirror-state";
import { EditorState, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { yUndoPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import { mendWord } from "./caret";
import { sourcesPlugin } from "./paragraphs";
import { RemoteChanges } from "./remoteChanges";
import { nodeType, ROOT, schema } from "./schema";
import { sharedEditing } from "./sharedEditing";
import { paragraphs, passageMark } from "./sourceIds";

export class Writer {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(ROOT);
  /** What came and is not in the text yet. */
  inbox: Uint8Array[] = [];
  /** What was written without a connection; null while there is one. */
  unsent: Uint8Array[] | null = null;
  /** How long the word is that is being composed now; 0 when none is. */
  composed = 0;
  state: EditorState;
  private readonly view: EditorView;

  constructor(client: number, send: (from: Writer, update: Uint8Array) => void, plugins: readonly Plugin[]) {
    this.doc.clientID = client;
    const remote = new RemoteChanges();
    this.state = EditorState.create({
      schema,
      plugins: [...sharedEditing(this.fragment, remote), sourcesPlugin(() => undefined), ...plugins],
    });
    const view = {
      isDestroyed: false,
      hasFocus: () => true,
      dispatch: (tr: Transaction) => remote.take(this.view, tr),
      updateState: (state: EditorState) => {
        const before = this.state;
        this.state = state;
        for (const { update } of views) update?.(this.view, before);
      },
    };
    Object.defineProperty(view, "state", { get: () => this.state });
    this.view = view as unknown as EditorView;
    const views: { update?: (view: EditorView, before: EditorState) => void }[] = [];
    for (const { spec } of this.state.plugins) if (spec.view) views.push(spec.view(this.view));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => origin !== this && send(this, update));
  }

  /** Takes some of what came, as the page does: never under a word that is being composed. */
  take(count: number): void {
    if (this.composed || this.unsent || !count) return;
    const updates = this.inbox.splice(0, count);
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this);
    }, this);
    mendWord(this.view);
  }

  put(pos: number): void {
    this.view.dispatch(this.state.tr.setSelection(TextSelection.near(this.state.doc.resolve(Math.min(pos, this.state.doc.content.size)))));
  }

  type(letters: string): void {
    this.view.dispatch(this.state.tr.insertText(letters));
  }

  /** Shows this in the place of what is being composed; the editor finds what differs, as in a browser. */
  compose(word: string): void {
    const { head } = this.state.selection;
    const shown = this.state.doc.textBetween(head - this.composed, head);
    const kept = word.startsWith(shown) ? shown.length : 0;
    this.view.dispatch(this.state.tr.insertText(word.slice(kept), head - this.composed + kept, head));
    this.composed = word.length;
  }

  change(make: (tr: Transaction) => Transaction): void {
    this.view.dispatch(make(this.state.tr));
  }

  run(command: Command): void {
    command(this.state, this.view.dispatch);
  }

  enter(): void {
    this.run(splitBlock);
  }

  join(): void {
    this.run(joinBackward);
  }

  /** Takes one step back; tells whether there was one. */
  undo(): boolean {
    return yUndoPluginKey.getState(this.state)?.undoManager.undo() != null;
  }

  redo(): void {
    yUndoPluginKey.getState(this.state)?.undoManager.redo();
  }

  /** Ends the burst of typing, as a pause does. */
  pause(): void {
    yUndoPluginKey.getState(this.state)?.undoManager.stopCapturing();
  }
}

/** The line between writers, and what reaches the server of it. */
export class Line {
  readonly reached: Uint8Array[] = [];
  readonly writers: Writer[] = [];

  readonly send = (from: Writer, update: Uint8Array): void => {
    if (from.unsent) {
      from.unsent.push(update);
      return;
    }
    this.reached.push(update);
    for (const one of this.writers) if (one !== from) one.inbox.push(update);
  };

  /** Cuts a writer off, or brings one back with all that was written meanwhile. */
  turn(one: Writer): void {
    const { unsent } = one;
    one.unsent = unsent ? null : [];
    if (unsent?.length) this.send(one, Y.mergeUpdates(unsent));
  }
}

/** Writers in one text, of which some number says who comes first: what one does is in the inbox of the others. */
export function writersOf(count: number, first = 0, plugins: readonly Plugin[] = [], line = new Line()): Writer[] {
  const all = line.writers;
  const { send } = line;
  while (all.length < count) all.push(new Writer(1 + ((all.length * 7 + first) % 11), send, plugins));
  return all;
}

/** Everybody chooses the word that they compose, and takes all that came, until nothing comes any more. */
export function settle(writers: readonly Writer[]): void {
  for (const one of writers) one.composed = 0;
  while (writers.some((one) => one.inbox.length)) for (const one of writers) one.take(one.inbox.length);
}

/** Writers with the same words before them, each with the cursor at their end. */
export function begun(count: number, text: string, first = 0, plugins: readonly Plugin[] = [], line = new Line()): Writer[] {
  const writers = writersOf(count, first, plugins, line);
  writers[0]?.type(text);
  settle(writers);
  for (const one of writers) {
    one.pause();
    one.put(one.state.doc.content.size);
  }
  return writers;
}

/** Each source stands behind a sentence of signs that only it has, and that no deletion makes. */
const FIRST_SIGN = 0xe000;
const SIGNS = 3;
const sentence = (source: number) => [0, 1, 2].map((n) => String.fromCharCode(FIRST_SIGN + SIGNS * source + n)).join(" ");
/** The sources of the signs in a text. */
export const sourcesIn = (text: string) =>
  [...text].flatMap((sign) => (sign >= "\ue000" && sign <= "\uf8ff" ? [`s${Math.floor((sign.charCodeAt(0) - FIRST_SIGN) / SIGNS)}`] : []));

/** One act of a writer, of every kind there is; the first two kinds take back and bring back. */
export function act(one: Writer, chance: (below: number) => number, source: number, first = 0): void {
  const some = paragraphs(one.state.doc);
  const target = some[chance(some.length)] ?? { pos: 0, node: nodeType("paragraph").create() };
  const { pos, node } = target;
  const end = pos + node.nodeSize;
  const { size } = one.state.doc.content;
  one.put(1 + chance(Math.max(1, size - 1)));
  const acts: (() => void)[] = [
    () => one.undo(),
    () => one.redo(),
    () => one.enter(),
    () =>
      one.change((tr) =>
        tr.insert(chance(2) ? 0 : size, nodeType("paragraph").create(null, schema.text(sentence(source), [passageMark(`s${source}`)]))),
      ),
    () => {
      one.put(pos + 1);
      one.join();
    },
    () => one.change((tr) => tr.delete(pos, end)),
    () => one.change((tr) => tr.delete(pos, end).insert(chance(2) ? 0 : tr.doc.content.size, node)),
    () => one.change((tr) => tr.delete(pos + 1, pos + 1 + chance(Math.max(1, node.content.size)))),
    () => {
      const to = Math.min(size, one.state.selection.head + chance(9));
      one.change((tr) => tr.setSelection(TextSelection.between(tr.selection.$head, tr.doc.resolve(to))).deleteSelection());
    },
    () => one.run(wrapInList(nodeType("bullet_list"))),
    () => one.run(liftListItem(nodeType("list_item"))),
    () => one.type("x"),
    () => {
      one.compose("y");
      one.compose("yz");
      if (chance(2)) one.composed = 0;
    },
  ];
  if (one.composed) one.composed = 0;
  acts[first + chance(acts.length - first)]?.();
  if (chance(3) === 0) one.pause();
}
