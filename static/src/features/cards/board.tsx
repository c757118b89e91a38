/** The board of a step: the cards of earlier steps that are looked at here, and its own columns. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { useGradually } from "../../core/ui/gradually";
import { narrow } from "../../core/ui/media";
import { Ask } from "./ask";
import { BoardView, walkCards } from "./boardView";
import { CardView } from "./card";
import { cardsOn } from "./selectors";

export function Board({ step }: { step: StepInfo }) {
  if (narrow.value) return <Ask key={step.id} step={step} />;
  return (
    <>
      <Shows step={step} />
      {step.columns.length > 0 && <BoardView key={step.id} step={step} />}
    </>
  );
}

/** Cards of another step that are looked at here, such as the sentences to check. */
function Shows({ step }: { step: StepInfo }) {
  const room = useRoom();
  const cards = cardsOn(room.state, step.shows, [], room.me).filter((card) => !card.hidden);
  const shown = useGradually(cards);
  if (!cards.length) return null;
  return (
    <section class="column column--wide" aria-label={t("Cards to look at")} onKeyDown={walkCards}>
      <ul class="column__cards">
        {shown.map((card) => (
          <CardView key={card.id} card={card} />
        ))}
      </ul>
    </section>
  );
}
