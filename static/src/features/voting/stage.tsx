/** Dots: the cards to choose from; after counting, the most chosen first. Nothing is told before. */
import { t, tn } from "../../core/i18n/strings";
import type { Group } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { Question } from "../agenda/stage";
import { cardThing, faceDown, openCards } from "../cards/stage";

const MOST_DRAWN = 30;

export function DotsStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const board = stage.state.collections.boards[step.id];
  const totals = board && !board.dots_open ? board.dots_totals : null;
  const boards = step.columns.length ? [step.id] : step.shows;
  const shared = new Set(
    step.shows.flatMap((id) => stage.agenda.step(id)?.columns ?? []).flatMap((column) => (column.shared ? [column.id] : [])),
  );
  const all = openCards(stage, boards).filter((card) => step.columns.length || !shared.size || shared.has(card.column));
  const cards = totals ? [...all].sort((a, b) => (totals[b.id] ?? 0) - (totals[a.id] ?? 0)) : all;
  const groups: Group[] = [
    {
      id: totals ? "counted" : "choose",
      as: "cards",
      things: cards.map((card) => cardThing(card, totals ? <Tally n={totals[card.id] ?? 0} /> : undefined)),
    },
    faceDown(stage, boards),
  ];
  return (
    <>
      <Question step={step} />
      {board?.dots_open && (
        <p class="dots-open" role="status">
          <Icon name="dots" className="stage-icon" /> {t("The dots are open.")}{" "}
          {tn("Everyone has one dot.", "Everyone has {n} dots.", board.dots_budget)}
        </p>
      )}
      {totals && (
        <p class="dots-open" role="status">
          <Icon name="check" className="stage-icon" /> {t("The dots are counted.")}
        </p>
      )}
      <Pages groups={groups} />
    </>
  );
}

function Tally({ n }: { n: number }) {
  return (
    <p class="stage-tally">
      <span class="stage-tally__dots" aria-hidden="true">
        {Array.from({ length: Math.min(n, MOST_DRAWN) }, (_, one) => (
          <i key={one} class="stage-tally__dot" />
        ))}
      </span>
      {tn("one dot", "{n} dots", n)}
    </p>
  );
}
