/** Goes to words in the text from elsewhere: from a list of what is marked, or of what is missing. */
import type { EditorView } from "prosemirror-view";
import { goTo } from "./marks";
import type { Place } from "./plain";
import type { VisionPage } from "./visionPage";

const MAX_TRIES = 60;
const TRY_DELAY_MS = 50;
/** A dialog gives the focus back first, and the page scrolls to the section. */
const FIRST_TRY = 4;

/** Selects the words as soon as the editor of their section is there. Gives where they are; null when they are not. */
export async function reach(
  page: VisionPage,
  { section, block, what }: Place<{ start: number; end: number }>,
): Promise<{ view: EditorView; from: number } | null> {
  for (let turn = 0; turn < MAX_TRIES; turn += 1) {
    await new Promise((next) => setTimeout(next, TRY_DELAY_MS));
    const view = page.plain.view(section);
    if (!view || turn < FIRST_TRY) continue;
    const from = goTo(view, block, what.start, what.end);
    if (from !== null) return { view, from };
  }
  return null;
}
