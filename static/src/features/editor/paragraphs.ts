/** Paragraphs and the cards behind them. Words get an id only when a card is put behind them. */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import { tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { redrawn } from "./redrawn";
import { nodeType, schema } from "./schema";
import { addPassage, idsOf, isEmpty, paragraphs, passageMark } from "./sourceIds";

/** How many cards are behind each paragraph (id -> number). */
export type Counts = ReadonlyMap<string, number>;

interface Shown {
  counts: Counts;
  shown: DecorationSet;
}

const key = new PluginKey<Shown>("sources");

/** The paragraph with the cursor in it, if it is in one. */
export function paragraphAt(state: EditorState): { pos: number; node: Node } | null {
  const { $head } = state.selection;
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth);
    if (node.type === nodeType("paragraph")) return { pos: $head.before(depth), node };
  }
  return null;
}

/** An id that only the paragraph with the cursor in it has; gives it one when it has none. An empty line gets none. */
export function identify(view: EditorView): string | null {
  const found = paragraphAt(view.state);
  if (!found || isEmpty(found.node)) return null;
  const known = idsOf(found.node);
  const others = new Set(paragraphs(view.state.doc).flatMap(({ node, pos }) => (pos === found.pos ? [] : idsOf(node))));
  const own = known.find((id) => !others.has(id));
  if (own) return own;
  const id = newId();
  view.dispatch(addPassage(view.state.tr, found.pos, found.node, id).setMeta("addToHistory", false));
  return id;
}

/** Puts a sentence in the text as a paragraph of its own, after the block with the cursor. Gives its id. */
export function insertSentence(view: EditorView, text: string): string {
  const id = newId();
  const { state } = view;
  const sentence = nodeType("paragraph").create(null, schema.text(text, [passageMark(id)]));
  const at = paragraphAt(state);
  const { $head } = state.selection;
  const tr = state.tr;
  if (at && at.node.content.size === 0 && $head.depth === 1) tr.replaceWith(at.pos, at.pos + at.node.nodeSize, sentence);
  else tr.insert($head.depth ? $head.after(1) : state.doc.content.size, sentence);
  view.dispatch(tr.scrollIntoView());
  return id;
}

/** Tells the editor how many cards are behind its paragraphs. */
export function showCounts(view: EditorView, counts: Counts): void {
  view.dispatch(view.state.tr.setMeta(key, counts));
}

function chip(count: number, id: string, open: (paragraph: string) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "source-mark";
  button.contentEditable = "false";
  button.textContent = String(count);
  button.setAttribute("aria-label", tn("{n} card behind this paragraph", "{n} cards behind this paragraph", count));
  button.title = button.getAttribute("aria-label") ?? "";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => open(id));
  return button;
}

/** Marks the paragraphs of a part of the document that have cards behind them. */
function marksIn(doc: Node, from: number, to: number, counts: Counts, open: (paragraph: string) => void): Decoration[] {
  const found: Decoration[] = [];
  if (!counts.size) return found;
  doc.nodesBetween(from, to, (node, pos) => {
    const ids = idsOf(node);
    const count = ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    if (count && !isEmpty(node)) {
      const id = ids.join(" ");
      found.push(Decoration.node(pos, pos + node.nodeSize, { class: "has-source" }));
      // After the cursors, which have side 10.
      const options = { side: 20, key: `${id}:${count}`, ignoreSelection: true, stopEvent: () => true };
      found.push(Decoration.widget(pos + node.nodeSize - 1, () => chip(count, id, open), options));
    }
    return !node.isTextblock;
  });
  return found;
}

/** Marks paragraphs with cards behind them. */
export function sourcesPlugin(open: (paragraph: string) => void): Plugin<Shown> {
  const all = (doc: Node, counts: Counts) => DecorationSet.create(doc, marksIn(doc, 0, doc.content.size, counts, open));
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => ({ counts: new Map<string, number>(), shown: all(state.doc, new Map()) }),
      apply: (tr, old, _before, state) => {
        const counts = (tr.getMeta(key) as Counts | undefined) ?? old.counts;
        if (counts !== old.counts) return { counts, shown: all(state.doc, counts) };
        if (!tr.docChanged) return old;
        return { counts, shown: redrawn(old.shown, tr, (from, to) => marksIn(tr.doc, from, to, counts, open)) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });
}
