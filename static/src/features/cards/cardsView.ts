/** How the cards of a board are shown on this device: whole, in a line or two, or as an overview. */
import { signal } from "@preact/signals";
import { keepOnDevice, keptOnDevice } from "../../core/store/device";

export type CardsView = "cards" | "compact" | "overview";

export const CARDS_VIEWS: readonly CardsView[] = ["cards", "compact", "overview"];
/** A board with fewer cards is in view as it is, and offers no choice. */
export const SOME_CARDS = 16;
/** From more than this on, the other views are proposed. */
export const MANY_CARDS = 60;
const KEPT = "minidorp.cards";

function isView(kept: string | null): kept is CardsView {
  return CARDS_VIEWS.includes(kept as CardsView);
}

const kept = keptOnDevice(KEPT);

/** What was chosen on this device; null until somebody has. */
export const chosenView = signal<CardsView | null>(isView(kept) ? kept : null);

/** In which view the cards themselves were seen last: where the overview leads back to. */
let lastWithCards: CardsView = "cards";

export function chooseView(view: CardsView): void {
  const before = chosenView.peek();
  if (view === "overview" && before !== "overview") lastWithCards = before ?? "cards";
  chosenView.value = view;
  keepOnDevice(KEPT, view);
}

/** From the overview to the cards. */
export function leaveOverview(): void {
  chooseView(lastWithCards);
}

/** The view of a board with so many cards. */
export function viewFor(cards: number): CardsView {
  return cards < SOME_CARDS ? "cards" : (chosenView.value ?? "cards");
}
