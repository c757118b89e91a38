/** Choosing how the cards of a board are shown. */
import { useComputed } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import type { CardsView } from "./cardsView";
import { CARDS_VIEWS, chooseView, chosenView, MANY_CARDS, SOME_CARDS, viewFor } from "./cardsView";
import { cardsOf } from "./selectors";

/** How many cards a step's screen shows; who follows it is drawn again only when what it says changes. */
export function useCardCount<T>(step: StepInfo, say: (cards: number) => T): T {
  const room = useRoom();
  return useComputed(() => say(cardsOf(room.state, step, room.live.pending.value, room.me).length)).value;
}

function nameOfView(view: CardsView): string {
  return { cards: t("Cards"), compact: t("Compact"), overview: t("Overview") }[view];
}

export function ViewSwitch({ step }: { step: StepInfo }) {
  const view = useCardCount(step, (cards) => (cards < SOME_CARDS ? null : viewFor(cards)));
  if (view === null) return null;
  return (
    <div class="view-switch" role="group" aria-label={t("How the cards are shown")}>
      {CARDS_VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          class="view-switch__choice"
          data-cards-view={one}
          aria-pressed={one === view}
          onClick={() => chooseView(one)}
        >
          {nameOfView(one)}
        </button>
      ))}
    </div>
  );
}

/** With many cards, and until somebody has chosen on this device, the other views are proposed. */
export function ViewProposal({ step }: { step: StepInfo }) {
  const many = useCardCount(step, (cards) => cards > MANY_CARDS);
  const count = useCardCount(step, (cards) => cards);
  if (!many || chosenView.value !== null) return null;
  return (
    <p class="view-proposal" role="status">
      <span>{tn("There is one card here.", "There are {n} cards here.", count)}</span>
      <button type="button" class="button button--small" data-propose="compact" onClick={() => chooseView("compact")}>
        {t("Show them compactly")}
      </button>
      <button type="button" class="button button--small" data-propose="overview" onClick={() => chooseView("overview")}>
        {t("Show an overview")}
      </button>
      <button type="button" class="button button--small button--quiet" onClick={() => chooseView("cards")}>
        {t("Leave it like this")}
      </button>
    </p>
  );
}
