/** Where the cursor was in a shared text, so that it is there again when the text comes back on the screen. */
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import type { LeftAt, VisionPage } from "./visionPage";

/** The editor draws the shared text a moment after it was made. */
const DRAWN_DELAY_MS = 60;

/** The cursor's place in the shared text; null when the editor has not drawn it. */
export function placeOf(section: string, view: EditorView): LeftAt | null {
  const sync = ySyncPluginKey.getState(view.state);
  if (!sync?.binding) return null;
  const place: unknown = absolutePositionToRelativePosition(view.state.selection.head, sync.type, sync.binding.mapping);
  return { section, place };
}

/** Puts the cursor where it was, without taking the focus; gives what calls it off. */
export function comeBack(page: VisionPage, section: string, view: EditorView): () => void {
  const { left } = page;
  if (left?.section !== section) return () => undefined;
  const timer = setTimeout(() => {
    const sync = ySyncPluginKey.getState(view.state);
    if (page.writing.peek() || !sync?.binding) return;
    const at: number | null = relativePositionToAbsolutePosition(sync.doc, sync.type, left.place, sync.binding.mapping);
    page.left = null;
    if (at === null || at > view.state.doc.content.size) return;
    view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at))));
    page.started({ section, view });
  }, DRAWN_DELAY_MS);
  return () => clearTimeout(timer);
}
