/** Paragraphs and the cards behind them. A paragraph gets an id only when a card is put behind it. */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import { ySyncPluginKey } from "y-prosemirror";
import { tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { nodeType, schema } from "./schema";

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

/** The id of the paragraph with the cursor in it; gives it one when it has none. */
export function identify(view: EditorView): string | null {
  const found = paragraphAt(view.state);
  if (!found) return null;
  const known: unknown = found.node.attrs["id"];
  if (typeof known === "string" && known) return known;
  const id = newId();
  view.dispatch(view.state.tr.setNodeMarkup(found.pos, null, { ...found.node.attrs, id }));
  return id;
}

/** Puts a sentence in the text as a paragraph of its own, after the block with the cursor. Gives its id. */
export function insertSentence(view: EditorView, text: string): string {
  const id = newId();
  const { state } = view;
  const sentence = nodeType("paragraph").create({ id }, schema.text(text));
  const at = paragraphAt(state);
  const { $head } = state.selection;
  const tr = state.tr;
  if (at && at.node.content.size === 0 && $head.depth === 1) tr.replaceWith(at.pos, at.pos + at.node.nodeSize, sentence);
  else tr.insert($head.depth ? $head.after(1) : state.doc.content.size, sentence);
  view.dispatch(tr.scrollIntoView());
  return id;
}

/** Ids of all paragraphs in a document. */
export function idsIn(doc: Node): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node) => {
    const id: unknown = node.attrs["id"];
    if (typeof id === "string" && id) ids.add(id);
    return !node.isTextblock;
  });
  return ids;
}

/** The words of the paragraph with this id, or null when it is not in the text. */
export function wordsOf(doc: Node, id: string): string | null {
  let words: string | null = null;
  doc.descendants((node) => {
    if (node.attrs["id"] === id) words ??= node.textContent;
    return words === null && !node.isTextblock;
  });
  return words;
}

/** Tells the editor how many cards are behind its paragraphs. */
export function showCounts(view: EditorView, counts: Counts): void {
  view.dispatch(view.state.tr.setMeta(key, counts).setMeta("addToHistory", false));
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

function decorate(doc: Node, counts: Counts, open: (paragraph: string) => void): DecorationSet {
  const found: Decoration[] = [];
  if (counts.size) {
    doc.descendants((node, pos) => {
      const id: unknown = node.attrs["id"];
      const count = typeof id === "string" ? counts.get(id) : undefined;
      if (count && typeof id === "string") {
        found.push(Decoration.node(pos, pos + node.nodeSize, { class: "has-source" }));
        // After the cursors, which have side 10.
        const options = { side: 20, key: `${id}:${count}`, ignoreSelection: true, stopEvent: () => true };
        found.push(Decoration.widget(pos + node.nodeSize - 1, () => chip(count, id, open), options));
      }
      return !node.isTextblock;
    });
  }
  return DecorationSet.create(doc, found);
}

/** Marks paragraphs with cards behind them, and keeps an id with one paragraph when it is split. */
export function sourcesPlugin(open: (paragraph: string) => void): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => ({ counts: new Map<string, number>(), shown: decorate(state.doc, new Map(), open) }),
      apply: (tr, old, _before, state) => {
        const counts = (tr.getMeta(key) as Counts | undefined) ?? old.counts;
        if (counts === old.counts && !tr.docChanged) return old;
        return { counts, shown: decorate(state.doc, counts, open) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
    appendTransaction: (transactions, _before, state) => {
      if (!transactions.some((tr) => tr.docChanged && !tr.getMeta(ySyncPluginKey))) return null;
      const seen = new Set<unknown>();
      const tr = state.tr;
      state.doc.descendants((node, pos) => {
        const id: unknown = node.attrs["id"];
        if (id && seen.has(id)) tr.setNodeMarkup(pos, null, { ...node.attrs, id: null });
        else if (id) seen.add(id);
        return !node.isTextblock;
      });
      return tr.docChanged ? tr : null;
    },
  });
}
