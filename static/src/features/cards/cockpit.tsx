/** The board of a step on a screen with room: the cards of earlier steps that are looked at here, and its own columns. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { useGradually } from "../../core/ui/gradually";
import { lazy } from "../../core/ui/lazy";
import { useMemoNodes } from "../../core/ui/memoNodes";
import { BoardView } from "./boardView";
import { CardView } from "./card";
import { viewFor } from "./cardsView";
import type { Shown } from "./selectors";
import { cardsOn } from "./selectors";
import { useCardCount, ViewProposal } from "./viewSwitch";
import { walkCards } from "./walk";

const Overview = lazy(() => import("./overview").then((part) => part.Overview));

/** The board on a screen with room, in the view that was chosen. */
export function Cockpit({ step }: { step: StepInfo }) {
  const view = useCardCount(step, viewFor);
  if (view === "overview") return <Overview step={step} />;
  return (
    <div class={`cards-view${view === "compact" ? " cards-view--compact" : ""}`}>
      <ViewProposal step={step} />
      <Shows step={step} />
      {step.columns.length > 0 && <BoardView key={step.id} step={step} />}
    </div>
  );
}

/** Cards of another step that are looked at here, such as the sentences to check. */
function Shows({ step }: { step: StepInfo }) {
  const room = useRoom();
  const cards = cardsOn(room.state, step.shows, [], room.me).filter((card) => !card.hidden);
  const shown = useGradually(cards);
  const drawn = useMemoNodes<Shown>(true, null);
  if (!cards.length) return null;
  return (
    <section class="column column--wide" aria-label={t("Cards to look at")} onKeyDown={walkCards}>
      <ul class="column__cards">{shown.map((card) => drawn(card, () => <CardView key={card.id} card={card} />))}</ul>
    </section>
  );
}
