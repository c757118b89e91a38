/** Draws where comments hang, without a change of the text or of the page. */
import { effect } from "@preact/signals";
import type { VisionPage } from "../editor";
import { rangeOfAnchor } from "./onPage";
import { commentsOf } from "./selectors";

export const CHOSEN = "chosen-words";
const COMMENTED = "commented";
const PROPOSED = "proposed";
/** Not at every key: the ranges go along with what is typed. */
const REDRAW_DELAY_MS = 200;

/** Marks ranges of the page; none takes the marks off. Browsers that cannot do so show the list only. */
export function draw(name: string, ranges: readonly Range[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** Marks the words of open comments and proposals until what comes back is called. */
export function drawComments(page: VisionPage): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const redraw = () => {
    timer = undefined;
    const open = commentsOf(page.live.state.peek()).filter((one) => one.state === "open");
    const ranges = (proposals: boolean) =>
      open.filter((one) => (one.proposal !== null) === proposals).flatMap((one) => rangeOfAnchor(page, one) ?? []);
    draw(COMMENTED, ranges(false));
    draw(PROPOSED, ranges(true));
  };
  const later = () => {
    timer ??= setTimeout(redraw, REDRAW_DELAY_MS);
  };
  const anything = () => {
    if (Object.keys(page.live.state.peek().collections.comments).length) later();
  };
  const watch = new MutationObserver(anything);
  const paper = document.querySelector(".vision__page");
  // Words that are put in a text as a whole take the ends of its ranges away.
  if (paper) watch.observe(paper, { childList: true, characterData: true, subtree: true });
  const follow = effect(() => {
    void [page.state.collections.comments, page.texts.all.value];
    later();
  });
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    follow();
    for (const name of [CHOSEN, COMMENTED, PROPOSED]) draw(name, []);
  };
}
