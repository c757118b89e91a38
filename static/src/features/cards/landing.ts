/** Where a card that is dragged will land: between which cards, and the line that shows it. */

export interface Point {
  x: number;
  y: number;
}

const MARKS = ["is-drop-before", "is-drop-after", "is-drop-beside"];

function cardsIn(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>("[data-card]"));
}

/** Whether cards lie side by side, as on a wide board of one column. */
function sideBySide(list: HTMLElement, card: HTMLElement): boolean {
  return card.offsetWidth * 1.5 < list.clientWidth;
}

function below(list: HTMLElement, { x, y }: Point): HTMLElement | undefined {
  const cards = cardsIn(list);
  const [first] = cards;
  if (!first) return undefined;
  const beside = sideBySide(list, first);
  const rtl = getComputedStyle(list).direction === "rtl";
  return cards.find((card) => {
    const { top, bottom, left, width, height } = card.getBoundingClientRect();
    if (!beside) return y < top + height / 2;
    const middle = left + width / 2;
    return y < top || (y < bottom && (rtl ? x > middle : x < middle));
  });
}

/** The id of the card before which something dropped here belongs, or null for the end. */
export function cardBelow(list: HTMLElement | null, at: Point): string | null {
  return (list && below(list, at)?.dataset["card"]) || null;
}

/** Draws the line where the card will land; none where it lies already. */
export function showLanding(list: HTMLElement, at: Point, dragged: string): void {
  hideLanding(list);
  const cards = cardsIn(list);
  const next = below(list, at);
  const before = next ? cards[cards.indexOf(next) - 1] : cards.at(-1);
  if (next?.dataset["card"] === dragged || before?.dataset["card"] === dragged) return;
  const marked = next ?? before ?? list;
  marked.classList.add(next ? "is-drop-before" : "is-drop-after");
  if (marked !== list && sideBySide(list, marked)) marked.classList.add("is-drop-beside");
}

/** Takes the line away. */
export function hideLanding(list: HTMLElement | null | undefined): void {
  if (!list) return;
  for (const one of [list, ...list.querySelectorAll(".is-drop-before, .is-drop-after")]) one.classList.remove(...MARKS);
}
