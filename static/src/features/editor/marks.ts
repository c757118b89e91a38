/** Calm lines under what is hard to read, in the text in which somebody writes. */
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import { t } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import type { Insertion, Mark } from "../wordings";
import type { PlainWords } from "./plain";
import { redrawn } from "./redrawn";

const key = new PluginKey<DecorationSet>("plain-words");
const WORDS = new Set(["rare", "abstract", "formal", "abbreviation", "deficit", "brackets"]);
/** The one is about the whole text; the other has a line of its own: see settledWords. They stand in the list only. */
const NOT_IN_TEXT = new Set(["address", "agreed"]);

interface Spec {
  mark: Mark;
}

/** A block's text; places in it are places in the block. */
export function blockText(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, "\n");
}

/** Draws the lines anew, with what is known now. */
export function showMarks(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true));
}

function look(kind: string): string {
  return kind === "jargon" ? "hard hard--jargon" : WORDS.has(kind) ? "hard hard--word" : "hard hard--sentence";
}

function line(from: number, mark: Mark): Decoration {
  const spec: Spec = { mark };
  return Decoration.inline(from, from + mark.end - mark.start, { class: look(mark.kind) }, spec);
}

/** What may stay under words that were just changed, until the answer about them comes. */
function still(doc: Node, decoration: Decoration): boolean {
  const { mark } = decoration.spec as Spec;
  return look(mark.kind).endsWith("sentence") || doc.textBetween(decoration.from, decoration.to, undefined, "\n") === mark.text;
}

/** The lines in a part of the document; under words without an answer yet the ones that were there. */
function linesIn(doc: Node, from: number, to: number, plain: PlainWords, old: DecorationSet): Decoration[] {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const check = plain.checker.look(blockText(node));
    if (check) found.push(...check.marks.filter((mark) => !NOT_IN_TEXT.has(mark.kind)).map((mark) => line(pos + 1 + mark.start, mark)));
    else found.push(...old.find(pos + 1, pos + node.nodeSize - 1).filter((one) => still(doc, one)));
    return false;
  });
  return found;
}

function decorate(doc: Node, plain: PlainWords, old: DecorationSet): DecorationSet {
  return DecorationSet.create(doc, linesIn(doc, 0, doc.content.size, plain, old));
}

/** The mark at a place; the shortest when there are several. */
function markAt(state: EditorState, pos: number): { from: number; mark: Mark } | null {
  const here = key.getState(state)?.find(pos, pos) ?? [];
  const [first] = [...here].sort((a, b) => a.to - a.from - (b.to - b.from));
  return first ? { from: first.from, mark: (first.spec as Spec).mark } : null;
}

/** Where a mark is now: near where it was. */
function locate(state: EditorState, mark: Mark, near: number): { from: number; to: number } | null {
  const same = (key.getState(state)?.find() ?? []).filter((one) => (one.spec as Spec).mark.key === mark.key);
  const [best] = [...same].sort((a, b) => Math.abs(a.from - near) - Math.abs(b.from - near));
  return best && state.doc.textBetween(best.from, best.to, undefined, "\n") === mark.text ? { from: best.from, to: best.to } : null;
}

/** Makes a change that a mark proposes; tells whether the words were still there. */
export function replaceWords(view: EditorView, mark: Mark, near: number, change: Insertion): boolean {
  const place = locate(view.state, mark, near);
  if (!place) return false;
  const from = place.from + change.start - mark.start;
  const to = from + change.old.length;
  const { doc } = view.state;
  if (from < 0 || to > doc.content.size || doc.textBetween(from, to, "\n", "\n") !== change.old) return false;
  view.dispatch(view.state.tr.insertText(change.text, from, to).scrollIntoView());
  return true;
}

/** Goes to a mark or sentence: selects its words and brings them on the screen. Gives where it begins. */
export function goTo(view: EditorView, block: string, start: number, end: number): number | null {
  let at: number | null = null;
  view.state.doc.descendants((node, pos) => {
    if (at === null && node.isTextblock && blockText(node) === block) at = pos + 1;
    return at === null && !node.isTextblock;
  });
  if (at === null) return null;
  const begin = at + start;
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, begin, at + end)).scrollIntoView());
  return begin;
}

export function marksPlugin(plain: PlainWords, editable: () => boolean): Plugin<DecorationSet> {
  const shows = () => plain.looking.peek() && editable();
  const open = (view: EditorView, pos: number, focus: boolean) => {
    const found = shows() ? markAt(view.state, pos) : null;
    if (found) plain.shown.value = { view, ...found, focus };
    return found !== null;
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => (shows() ? decorate(state.doc, plain, DecorationSet.empty) : DecorationSet.empty),
      apply: (tr: Transaction, old) => {
        if (!tr.docChanged && !tr.getMeta(key)) return old;
        if (!shows()) return DecorationSet.empty;
        if (tr.getMeta(key)) return decorate(tr.doc, plain, old.map(tr.mapping, tr.doc));
        return redrawn(old, tr, (from, to, moved) => linesIn(tr.doc, from, to, plain, moved));
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        click: (view, event) => {
          const marked = event.target instanceof Element && event.target.closest(".hard");
          const at = marked ? view.posAtCoords({ left: event.clientX, top: event.clientY }) : null;
          if (at) open(view, at.pos, false);
          return false;
        },
      },
      handleTextInput: () => {
        plain.shown.value = null;
        return false;
      },
      handleKeyDown: (view, event) => {
        if (event.key !== "Enter" || !event.altKey || event.ctrlKey || event.metaKey || !shows()) return false;
        if (!open(view, view.state.selection.from, true)) announce(t("Nothing is marked here."));
        return true;
      },
    },
  });
}
