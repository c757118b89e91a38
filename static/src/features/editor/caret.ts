/** While others write at the same spot, a word stays whole. */
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import { burstOf, goingOn } from "./ownLetters";
import { anchorAt, bindingOf, placeOfAnchor } from "./sharedPlaces";

interface Letter {
  letter: string;
  id: Y.ID;
  /** The letter that it was typed behind, and the one that stood after it then. */
  behind: Y.ID | null;
  before: Y.ID | null;
}

/** What stands in a text, sign by sign, with who put it there. */
function lettersOf(text: Y.XmlText): Letter[] {
  const found: Letter[] = [];
  for (let item: Y.Item | null = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const [n, letter] of item.content.str.split("").entries()) {
      const behind = n ? Y.createID(client, clock + n - 1) : item.origin;
      found.push({ letter, id: Y.createID(client, clock + n), behind, before: item.rightOrigin });
    }
  }
  return found;
}

function equal(one: Y.ID | null, other: Y.ID): boolean {
  return one?.client === other.client && one.clock === other.clock;
}

/**
 * A word of one's own that others came between: how far it is together, and from where to where the rest stands.
 * Letters that were typed before `begun` (a number of Yjs) were typed elsewhere.
 */
function torn(letters: readonly Letter[], last: Y.ID, begun: number): { together: number; from: number; to: number } | null {
  const own = new Map(letters.flatMap(({ id }, at) => (id.client === last.client && id.clock >= begun ? [[id.clock, at]] : [])));
  let at = own.get(last.clock);
  const to = at;
  while (at !== undefined && to !== undefined) {
    const { behind, id } = letters[at] as Letter;
    const before = own.get(id.clock - 1) ?? (behind?.client === last.client ? own.get(behind.clock) : undefined);
    if (before === undefined || before > at || /\s/.test(letters[before]?.letter ?? " ")) return null;
    if (before === at - 1) {
      at = before;
      continue;
    }
    // Whoever began to write before a letter that stood there already meant it to be there.
    const between = letters.slice(before + 1, at);
    const first = between.filter((one) => !between.some((other) => equal(one.behind, other.id)));
    return first.some((one) => equal(one.before, id)) ? null : { together: before + 1, from: at, to: to + 1 };
  }
  return null;
}

/** A part of a text: its words, and how they are marked. */
function piecesOf(text: Y.XmlText, from: number, to: number): { words: string; attributes: Record<string, unknown> }[] {
  let at = 0;
  const found: { words: string; attributes: Record<string, unknown> }[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    const run = typeof insert === "string" ? insert : " ";
    const words = run.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (words) found.push({ words, attributes: attributes ?? {} });
    at += run.length;
  }
  return found;
}

/**
 * After words of others came into the text: two who write behind the same letter at the same time are put in
 * some order, and a word may go on behind the other's. Whoever is writing a word brings its letters together again.
 */
export function mendWord(view: EditorView): void {
  const binding = bindingOf(view.state);
  if (!binding || !view.state.selection.empty || !view.hasFocus()) return;
  const { doc } = binding;
  const place = anchorAt(binding, view.state.selection.head);
  const text = Y.createAbsolutePositionFromRelativePosition(place, doc)?.type;
  if (!(text instanceof Y.XmlText) || !place.item || place.item.client !== doc.clientID) return;
  const letters = lettersOf(text);
  const gap = torn(letters, place.item, burstOf(view));
  if (!gap) return;
  const rest = piecesOf(text, gap.from, gap.to);
  let end = gap.together;
  doc.transact(() => {
    text.delete(gap.from, gap.to - gap.from);
    for (const { words, attributes } of rest) {
      text.insert(end, words, attributes);
      end += words.length;
    }
  }, ySyncPluginKey);
  const at = placeOfAnchor(binding, Y.createRelativePositionFromTypeIndex(text, end, -1));
  if (at !== null) view.dispatch(goingOn(view.state.tr.setSelection(TextSelection.create(view.state.doc, at))));
}
