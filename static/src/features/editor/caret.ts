/** While others write at the same spot the caret stays behind the letter that was typed last, and a word whole. */
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

/** A place in the shared text that stays behind the letter before it; the binding's own stays before the one after it. */
function behindLetter(view: EditorView, pos: number): unknown {
  const { doc, type, binding } = ySyncPluginKey.getState(view.state);
  const place = absolutePositionToRelativePosition(pos, type, binding.mapping);
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  return found?.type instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(found.type, found.index, -1) : place;
}

/** Before words of others go into the text: the binding puts the caret back where this says. */
export function holdCaret(view: EditorView): void {
  const binding = ySyncPluginKey.getState(view.state)?.binding;
  const { selection } = view.state;
  if (!binding || !selection.empty || !view.hasFocus()) return;
  const place = behindLetter(view, selection.head);
  binding.beforeTransactionSelection = { type: "text", anchor: place, head: place };
}

interface Letter {
  client: number;
  clock: number;
  letter: string;
}

/** What stands in a text, sign by sign, with who put it there. */
function lettersOf(text: Y.XmlText): Letter[] {
  const found: Letter[] = [];
  for (let item: Y.Item | null = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const [n, letter] of [...item.content.str.split("")].entries()) found.push({ client, clock: clock + n, letter });
  }
  return found;
}

/** A word of one's own that others came between: how far it is together, and from where to where the rest stands. */
function torn(letters: readonly Letter[], client: number, last: number): { together: number; from: number; to: number } | null {
  const own = new Map(letters.flatMap((one, at) => (one.client === client ? [[one.clock, at]] : [])));
  let at = own.get(last);
  const to = at;
  if (at === undefined || to === undefined) return null;
  for (let clock = last - 1; ; clock -= 1) {
    const before = own.get(clock);
    if (before === undefined || before > at || /\s/.test(letters[before]?.letter ?? " ")) return null;
    if (before !== at - 1) return { together: before + 1, from: at, to: to + 1 };
    at = before;
  }
}

/**
 * After words of others came into the text: two who write behind the same letter at the same time are put in
 * some order, and a word may go on behind the other's. Whoever is writing a word brings its letters together again.
 */
export function mendWord(view: EditorView): void {
  const { doc, type, binding } = ySyncPluginKey.getState(view.state);
  if (!binding || !view.state.selection.empty || !view.hasFocus()) return;
  const place = behindLetter(view, view.state.selection.head) as Y.RelativePosition;
  const text = Y.createAbsolutePositionFromRelativePosition(place, doc)?.type;
  if (!(text instanceof Y.XmlText) || !place.item || place.item.client !== doc.clientID) return;
  const letters = lettersOf(text);
  const gap = torn(letters, doc.clientID, place.item.clock);
  if (!gap) return;
  const rest = letters
    .slice(gap.from, gap.to)
    .map(({ letter }) => letter)
    .join("");
  doc.transact(() => {
    text.delete(gap.from, rest.length);
    text.insert(gap.together, rest);
  }, ySyncPluginKey);
  const end = Y.createRelativePositionFromTypeIndex(text, gap.together + rest.length, -1);
  const at: number | null = relativePositionToAbsolutePosition(doc, type, end, binding.mapping);
  if (at !== null) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
}
