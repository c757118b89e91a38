/**
 * What others write, put in the editor. The library replaces the whole document for every change; here only
 * what differs is replaced, so that what stands elsewhere (a word that is being composed, lines under hard
 * words, the next letter's style) stays. The cursor stays behind the letter that it stood behind.
 */
import type { Node } from "prosemirror-model";
import { Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { AllSelection, NodeSelection, Plugin, Selection, TextSelection } from "prosemirror-state";
import { ySyncPluginKey } from "y-prosemirror";
import type * as Y from "yjs";
import { anchorAt, bindingOf, matchNodes, placeOfAnchor } from "./sharedPlaces";

interface Anchors {
  anchor: Y.RelativePosition;
  head: Y.RelativePosition;
}

interface FromShared {
  isChangeOrigin?: boolean;
  isUndoRedoOperation?: boolean;
}

/** The view as far as it is needed here. */
interface Shown {
  readonly state: EditorState;
  updateState(state: EditorState): void;
}

/** One editor's way of taking what others wrote. */
export class RemoteChanges {
  private anchors: Anchors | null = null;

  /** Takes a transaction into the editor; one that comes from the shared text changes only what differs. */
  take(view: Shown, tr: Transaction): void {
    const shared = tr.getMeta(ySyncPluginKey) as FromShared | undefined;
    const narrow = shared?.isChangeOrigin && tr.docChanged ? this.narrowed(view.state, tr, shared) : null;
    view.updateState(view.state.apply(narrow ?? tr));
    const binding = narrow && bindingOf(view.state);
    if (binding) matchNodes(binding, binding.type, view.state.doc);
  }

  private narrowed(state: EditorState, tr: Transaction, shared: FromShared): Transaction | null {
    const narrow = state.tr;
    const last = replaceDifferences(narrow, tr.doc);
    if (!narrow.doc.eq(tr.doc)) return null;
    narrow.setMeta(ySyncPluginKey, shared).setMeta("addToHistory", false);
    if (shared.isUndoRedoOperation) {
      if (last !== null) narrow.setSelection(Selection.near(narrow.doc.resolve(last), -1)).scrollIntoView();
      return narrow;
    }
    const selection = this.selection(state, narrow.doc);
    if (selection && !selection.eq(narrow.selection)) narrow.setSelection(selection);
    return narrow.setStoredMarks(state.storedMarks);
  }

  /** What was selected, in the document as it is now. */
  private selection(state: EditorState, doc: Node): Selection | null {
    const binding = bindingOf(state);
    if (state.selection instanceof AllSelection) return new AllSelection(doc);
    if (!binding || !this.anchors || state.selection instanceof NodeSelection) return null;
    const [anchor, head] = [placeOfAnchor(binding, this.anchors.anchor), placeOfAnchor(binding, this.anchors.head)];
    if (anchor === null || head === null || Math.max(anchor, head) > doc.content.size) return null;
    return TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  }

  /** Keeps the cursor's place in the shared text while others change it. */
  plugin(fragment: Y.XmlFragment): Plugin {
    return new Plugin({
      view: (view) => {
        const { doc } = fragment;
        const before = (transaction: Y.Transaction) => {
          const binding = bindingOf(view.state);
          if (!binding || transaction.origin === ySyncPluginKey || !binding.mapping.size) return;
          const { anchor, head } = view.state.selection;
          this.anchors ??= { anchor: anchorAt(binding, anchor), head: anchorAt(binding, head) };
        };
        const observed = () => {
          // The library would measure the layout to see whether it has to scroll, and take its own places.
          const binding = bindingOf(view.state);
          if (binding) Object.assign(binding, { beforeTransactionSelection: null });
        };
        const after = () => {
          this.anchors = null;
        };
        doc?.on("beforeTransaction", before);
        doc?.on("beforeObserverCalls", observed);
        doc?.on("afterAllTransactions", after);
        const destroy = () => {
          doc?.off("beforeTransaction", before);
          doc?.off("beforeObserverCalls", observed);
          doc?.off("afterAllTransactions", after);
        };
        return { destroy };
      },
    });
  }
}

interface Difference {
  from: number;
  to: number;
  slice: Slice;
}

/** Makes a transaction's document equal to another one. Gives the end of the last change, null when there is none. */
export function replaceDifferences(tr: Transaction, wanted: Node): number | null {
  const found: Difference[] = [];
  compare(tr.doc, wanted, 0, found);
  for (const { from, to, slice } of found.reverse()) tr.replace(from, to, slice);
  const last = found[0];
  return last ? tr.mapping.slice(1).map(last.from + last.slice.size, 1) : null;
}

/** `pos`: where the content of the old node begins. */
function compare(old: Node, wanted: Node, pos: number, found: Difference[]): void {
  if (old === wanted) return;
  if (old.isTextblock) {
    compareWords(old, wanted, pos, found);
    return;
  }
  const shorter = Math.min(old.childCount, wanted.childCount);
  let left = 0;
  let at = pos;
  for (; left < shorter && same(old.child(left), wanted.child(left)); left += 1) at += old.child(left).nodeSize;
  let right = 0;
  while (right < shorter - left && same(old.child(old.childCount - right - 1), wanted.child(wanted.childCount - right - 1))) right += 1;
  const [oldEnd, wantedEnd] = [old.childCount - right, wanted.childCount - right];
  if (oldEnd !== wantedEnd) {
    const size = children(old, left, oldEnd).reduce((sum, child) => sum + child.nodeSize, 0);
    found.push({ from: at, to: at + size, slice: whole(children(wanted, left, wantedEnd)) });
    return;
  }
  for (let n = left; n < oldEnd; n += 1) {
    const [one, other] = [old.child(n), wanted.child(n)];
    if (one.sameMarkup(other)) compare(one, other, at + 1, found);
    else found.push({ from: at, to: at + one.nodeSize, slice: whole([other]) });
    at += one.nodeSize;
  }
}

function children(node: Node, from: number, to: number): Node[] {
  return Array.from({ length: to - from }, (_, n) => node.child(from + n));
}

function whole(nodes: Node[]): Slice {
  return new Slice(Fragment.from(nodes), 0, 0);
}

function same(one: Node, other: Node): boolean {
  return one === other || one.eq(other);
}

function compareWords(old: Node, wanted: Node, pos: number, found: Difference[]): void {
  const start = old.content.findDiffStart(wanted.content);
  const ends = old.content.findDiffEnd(wanted.content);
  if (start === null || !ends) return;
  const overlap = start - Math.min(ends.a, ends.b);
  const [oldEnd, wantedEnd] = overlap > 0 ? [ends.a + overlap, ends.b + overlap] : [ends.a, ends.b];
  found.push({ from: pos + start, to: pos + oldEnd, slice: wanted.slice(start, wantedEnd) });
}
