/**
 * What the editor and the page know of settled words: a place for what draws and opens them. That comes when
 * the group has such words; see `settledWords`.
 */

import type { ComponentChild } from "preact";
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { DecorationSet } from "prosemirror-view";

export interface Settled {
  /** Changes when other words are settled. */
  readonly known: { value: unknown };
  all(doc: Node, reads: boolean): DecorationSet;
  next(tr: Transaction, old: DecorationSet, reads: boolean): DecorationSet;
  /** A key in an editor; tells whether it opened a word. */
  press(view: EditorView, section: string): boolean;
  /** A piece of a text that is only read. `at`: where it begins in the whole. */
  drawn(piece: string, at: number, whole: string): ComponentChild;
  /** Something on the page was pressed. */
  open(event: MouseEvent | KeyboardEvent): void;
}

/** A signal of them. */
type Words = { peek(): Settled | null };

const key = new PluginKey<DecorationSet>("settled-words");

/** Draws the words anew, with what is known now. */
export function showSettled(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true));
}

export function settledPlugin(words: Words, section: string, editable: () => boolean): Plugin<DecorationSet> {
  const all = (doc: Node) => words.peek()?.all(doc, !editable()) ?? DecorationSet.empty;
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => all(state.doc),
      apply: (tr, old) => {
        if (tr.getMeta(key)) return all(tr.doc);
        return tr.docChanged ? (words.peek()?.next(tr, old, !editable()) ?? old) : old;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (view, event) =>
        event.key === "Enter" && event.altKey && !event.ctrlKey && !event.metaKey && words.peek()?.press(view, section) === true,
    },
  });
}
