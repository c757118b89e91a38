/** Putting the words of a proposal in the text. */
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import type { Comment } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { locate } from "./anchor";
import { sameWords } from "./words";

/** How it went: taken; the words changed; somebody else was first, or there is no connection. */
export type Taken = "taken" | "changed" | "refused";

const MAX_TRIES = 60;
const TRY_DELAY_MS = 50;

/** The place of a letter in a block: what is no letter, such as a break, has no place in its words. */
function placeOf(block: Node, start: number, letter: number, atEnd: boolean): number {
  let left = letter;
  let found = start;
  let there = false;
  block.forEach((child, offset) => {
    if (there || !child.isText) return;
    there = atEnd ? left <= child.nodeSize : left < child.nodeSize;
    found = start + offset + Math.min(left, child.nodeSize);
    left -= child.nodeSize;
  });
  return found;
}

/** Where the words stand in the editor now; null when they changed. */
function rangeIn(page: VisionPage, view: EditorView, comment: Comment): { from: number; to: number } | null {
  const text = page.texts.get(comment.section);
  const spot = text && locate(text.fragment, comment);
  if (!spot) return null;
  let n = -1;
  let range: { from: number; to: number } | null = null;
  view.state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return range === null;
    n += 1;
    if (n === spot.block) {
      range = { from: placeOf(node, pos + 1, spot.start, false), to: placeOf(node, pos + 1, spot.end, true) };
    }
    return false;
  });
  const { from, to } = range ?? { from: 0, to: 0 };
  return sameWords(view.state.doc.textBetween(from, to), comment.words) ? range : null;
}

/** The editor of a section, as soon as it is there. */
async function viewOf(page: VisionPage, section: string): Promise<EditorView | null> {
  for (let turn = 0; turn < MAX_TRIES; turn += 1) {
    const view = page.plain.view(section);
    if (view) return view;
    await new Promise((next) => setTimeout(next, TRY_DELAY_MS));
  }
  return null;
}

/**
 * Takes a proposal. The server is told first: of two people who take it at once only one is let, so that the
 * words do not come twice. What changed in the meantime opens it again.
 */
export async function takeProposal(page: VisionPage, comment: Comment): Promise<Taken> {
  const before = await viewOf(page, comment.section);
  if (!before || !rangeIn(page, before, comment)) return "changed";
  try {
    await page.live.send("comment.settle", { comment: comment.id, outcome: "taken" });
  } catch {
    return "refused";
  }
  const view = await viewOf(page, comment.section);
  const range = view && rangeIn(page, view, comment);
  if (!range) {
    void page.live.send("comment.reopen", { comment: comment.id }).catch(() => undefined);
    return "changed";
  }
  const { tr } = view.state;
  view.dispatch(comment.proposal ? tr.insertText(comment.proposal, range.from, range.to) : tr.delete(range.from, range.to));
  return "taken";
}
