/**
 * What this person writes, put in the shared text. Letters go exactly where the cursor was: the library finds
 * them again by comparing strings, and takes the wrong one of two equal letters, so that words of two people at
 * one spot would mix. And one undo step is what a person means: a burst of typing, or one act.
 */
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { ProsemirrorBinding } from "y-prosemirror";
import { ySyncPluginKey, yUndoPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import { bindingOf, elementAround, lettersAt, matchNodes, sizeOf } from "./sharedPlaces";
import { attributesOf } from "./textAttributes";

/** Letters of one paragraph that other letters come in the place of. */
interface Edit {
  before: Node;
  from: number;
  to: number;
  inserted: readonly Node[];
  length: number;
}

/** The transactions of the last dispatch. */
const key = new PluginKey<readonly Transaction[]>("own-letters");

/** What a transaction does, when it only changes letters of one paragraph; null when it does anything else. */
export function lettersOf(tr: Transaction): Edit | null {
  const before = tr.docs[0];
  if (tr.steps.length !== 1 || !before) return null;
  const ranges: [number, number, number][] = [];
  tr.mapping.maps[0]?.forEach((from, to, _start, end) => {
    ranges.push([from, to, end]);
  });
  const [range] = ranges;
  if (ranges.length !== 1 || !range) return null;
  const [from, to, end] = range;
  const [$from, $to, $end] = [before.resolve(from), before.resolve(to), tr.doc.resolve(end)];
  const $start = tr.doc.resolve(from);
  if (!$from.parent.isTextblock || !$from.sameParent($to) || !$start.sameParent($end) || !$start.parent.isTextblock) return null;
  const inserted = textsBetween($start.parent, $start.parentOffset, $end.parentOffset);
  const removed = textsBetween($from.parent, $from.parentOffset, $to.parentOffset);
  return inserted && removed && { before, from, to, inserted, length: end - from };
}

/** The texts of a part of a paragraph; null when there is something else in it. */
function textsBetween(parent: Node, from: number, to: number): Node[] | null {
  const found = [...parent.cut(from, to).children];
  return found.every((child) => child.isText) ? found : null;
}

/** Puts an edit in the shared text; tells whether it could. */
function write(binding: ProsemirrorBinding, edit: Edit): boolean {
  const $from = edit.before.resolve(edit.from);
  const element = elementAround(binding.type, $from);
  if (!element || sizeOf(element) !== $from.parent.content.size) return false;
  const at = lettersAt(element, $from.parentOffset);
  if (!at || at.index + (edit.to - edit.from) > at.text.length) return false;
  let { index } = at;
  at.text.delete(index, edit.to - edit.from);
  for (const node of edit.inserted) {
    const words = node.text ?? "";
    at.text.insert(index, words, attributesOf(node.marks));
    index += words.length;
  }
  return true;
}

/** The number that Yjs gave the first letter of the burst of typing that goes on in an editor. */
const bursts = new WeakMap<EditorView, number>();

/** From which of Yjs's numbers this person's letters belong to the burst of typing that goes on. */
export function burstOf(view: EditorView): number {
  return bursts.get(view) ?? Number.POSITIVE_INFINITY;
}

/** Says that a cursor that is moved goes on with the burst of typing. */
export function goingOn(tr: Transaction): Transaction {
  return tr.setMeta(key, true);
}

/** Writes letters in the shared text before the library looks for what changed, and divides undo steps. */
export function ownLettersPlugin(): Plugin {
  let done: readonly Transaction[] = [];
  /** Where the burst of typing that goes on now ends. */
  let end: number | null = null;

  const divide = (view: EditorView, binding: ProsemirrorBinding, edit: Edit | null) => {
    const goesOn = edit !== null && end !== null && edit.from <= end && end <= edit.to;
    end = edit && edit.from + edit.length;
    if (goesOn) return;
    yUndoPluginKey.getState(view.state)?.undoManager.stopCapturing();
    bursts.set(view, Y.getState(binding.doc.store, binding.doc.clientID));
  };

  const update = (view: EditorView, before: EditorState) => {
    const transactions = key.getState(view.state) ?? [];
    const binding = bindingOf(view.state);
    if (transactions === done || !binding) return;
    done = transactions;
    const changed = transactions.filter((tr) => tr.docChanged);
    const [first] = changed;
    if (transactions.some((tr) => tr.getMeta(key))) end = view.state.selection.head;
    if (!first) return;
    if (changed.some((tr) => tr.getMeta(ySyncPluginKey))) {
      // The cursor stays behind one's last letter.
      end = end === before.selection.head ? view.state.selection.head : null;
      return;
    }
    if (changed.every((tr) => tr.getMeta("addToHistory") === false)) return; // nothing that one would take back
    const edit = changed.length === 1 ? lettersOf(first) : null;
    divide(view, binding, edit);
    if (!edit) return;
    binding.mux(() => {
      binding.doc.transact(() => {
        if (write(binding, edit)) matchNodes(binding, binding.type, view.state.doc);
      }, ySyncPluginKey);
    });
  };

  return new Plugin<readonly Transaction[]>({
    key,
    state: {
      init: () => [],
      apply: (tr, before) => (tr.getMeta("appendedTransaction") ? [...before, tr] : [tr]),
    },
    view: () => ({ update }),
  });
}
