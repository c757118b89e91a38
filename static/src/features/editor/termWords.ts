/** The settled words in the text: a button for who reads, a quiet line for who writes. */
import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { h } from "preact";
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import { blockText } from "./marks";
import { redrawn } from "./redrawn";
import type { Settled } from "./settled";
import type { TermFinder } from "./termFinder";
import type { ShownTerm } from "./textTerms";

export const TERM_CLASS = "settled-word";

/** What a settled word is on the page. */
function attributes(term: string, reads: boolean): Record<string, string> {
  const own = { class: TERM_CLASS, "data-term": term };
  return reads ? { ...own, role: "button", tabindex: "0", "aria-haspopup": "dialog" } : own;
}

/** The word on the page around a place in an editor. */
export function termAt(view: EditorView, pos: number): HTMLElement | null {
  return view.domAtPos(pos).node.parentElement?.closest<HTMLElement>(`.${TERM_CLASS}`) ?? null;
}

/** Draws the words that a finder finds, and opens the one that is pressed. */
export function termWords(finder: ReadonlySignal<TermFinder>, show: (shown: ShownTerm) => void): Settled {
  const decorations = (doc: Node, from: number, to: number, reads: boolean): Decoration[] => {
    const found: Decoration[] = [];
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isTextblock) return true;
      for (const { id, start, end } of finder.peek().find(blockText(node))) {
        found.push(Decoration.inline(pos + 1 + start, pos + 1 + end, attributes(id, reads)));
      }
      return false;
    });
    return found;
  };
  const showAt = (element: HTMLElement, section: string, focus: boolean) => {
    const term = element.dataset["term"];
    if (term) show({ term, section, element, focus });
  };
  return {
    known: finder,
    all: (doc, reads) => DecorationSet.create(doc, decorations(doc, 0, doc.content.size, reads)),
    next: (tr, old, reads) => redrawn(old, tr, (from, to) => decorations(tr.doc, from, to, reads)),
    press: (view, section) => {
      const { from } = view.state.selection;
      const element = termAt(view, from) ?? termAt(view, from + 1);
      if (element) showAt(element, section, true);
      return element !== null;
    },
    drawn: (piece, at, whole) => drawn(piece, at, finder.peek().find(whole)),
    open: (event) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>(`.${TERM_CLASS}`) : null;
      const section = element?.closest(".section")?.id.replace(/^section-/, "");
      if (!element || !section) return;
      const reads = element.tabIndex >= 0;
      if (event instanceof KeyboardEvent) {
        if (!reads || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
      }
      showAt(element, section, reads);
    },
  };
}

/** A piece of text with its settled words as buttons. `at`: where it begins. */
function drawn(piece: string, at: number, places: ReturnType<TermFinder["find"]>): ComponentChild[] {
  const parts: ComponentChild[] = [];
  let done = 0;
  for (const { id, start, end } of places) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, piece.length)];
    if (from >= to) continue;
    parts.push(piece.slice(done, from), h("span", attributes(id, true), piece.slice(from, to)));
    done = to;
  }
  return [...parts, piece.slice(done)];
}
