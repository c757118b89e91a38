/** Cards on the screen: large, whole, page after page. */
import { tn } from "../../core/i18n/strings";
import { Fit } from "../../core/stage/fit";
import type { Group, Thing } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { wordsIn } from "../../core/stage/plan";
import type { Stage } from "../../core/stage/stage";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import { Icon, Picture } from "../../core/ui/icon";
import type { Card } from "../../generated/catalogue";
import { guideLines, Question } from "../agenda/stage";
import { momentName } from "./momentNames";
import { cardsOn } from "./selectors";

/** The cards of some boards that everybody may read, in order. */
export function openCards(stage: Stage, boards: readonly string[]): Card[] {
  return cardsOn(stage.state, boards, [], "").filter((card) => !card.hidden);
}

/** A card in large letters. Nobody's name stands on it. */
export function StageCard({ card, children }: { card: Card; children?: preact.ComponentChildren }) {
  return (
    <article class="stage-card" data-card={card.id}>
      {card.picture && <Picture name={`moments/${card.picture}`} className="stage-card__picture" alt={momentName(card.picture)} />}
      {card.text && (
        <p class="stage-card__text" dir="auto" lang={card.lang}>
          {card.text}
        </p>
      )}
      {card.translation && (
        <p class="stage-card__translation" dir="auto">
          {card.translation}
        </p>
      )}
      {children}
    </article>
  );
}

/** A card as a thing on a page. */
export function cardThing(card: Card, below?: preact.ComponentChildren): Thing {
  return {
    id: card.id,
    words: wordsIn(`${card.text} ${card.translation}`) + (card.picture ? 3 : 0),
    view: <StageCard card={card}>{below}</StageCard>,
  };
}

/** Cards that lie face down: only how many. */
export function faceDown(stage: Stage, boards: readonly string[]): Group {
  const n = cardsOn(stage.state, boards, [], "").filter((card) => card.hidden).length;
  const view = (
    <div class="face-down">
      <div class="face-down__cards" aria-hidden="true">
        {Array.from({ length: Math.min(n, 24) }, (_, one) => (
          <i key={one} class="face-down__card" />
        ))}
      </div>
      <p class="stage-number">{n}</p>
      <p class="stage-words">{tn("card lies face down", "cards lie face down", n)}</p>
    </div>
  );
  return { id: "hidden", as: "whole", things: n ? [{ id: "face-down", words: 4, view }] : [] };
}

/** The cards of a step, a group for each of its columns. */
export function columnGroups(stage: Stage, step: StepInfo): Group[] {
  const cards = openCards(stage, [step.id]);
  return step.columns.map((column) => ({
    id: column.id,
    as: "cards",
    title: step.columns.length > 1 ? column.title : "",
    things: cards.filter((card) => card.column === column.id).map((card) => cardThing(card)),
  }));
}

/** A board: the question above, the cards below it. */
export function BoardStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const shown = openCards(stage, step.shows);
  const groups: Group[] = [
    guideLines(stage, step),
    ...columnGroups(stage, step),
    { id: "shown", as: "cards", things: shown.map((card) => cardThing(card)) },
    faceDown(stage, [step.id]),
  ];
  const empty = groups.every((group) => !group.things.length);
  if (empty) {
    return (
      <Fit className="stage-alone" most={6} least={2.2}>
        <Question step={step} />
      </Fit>
    );
  }
  return (
    <>
      <Question step={step} />
      <Pages groups={groups} />
    </>
  );
}

/** One card that the group talks about, over the whole screen. */
export function SpotlightStage({ card }: { card: Card }) {
  return (
    <div class="spotlight">
      {card.picture && <Picture name={`moments/${card.picture}`} className="spotlight__picture" alt={momentName(card.picture)} />}
      <Fit className="spotlight__place" most={7} least={1.5}>
        {card.text && (
          <p class="spotlight__text" dir="auto" lang={card.lang}>
            {card.text}
          </p>
        )}
        {card.translation && (
          <p class="spotlight__translation" dir="auto">
            {card.translation}
          </p>
        )}
      </Fit>
    </div>
  );
}

/** How many cards there are in a step, and how many are being written. */
export function CardCount({ step }: { step: StepInfo }) {
  const stage = useStage();
  if (!step.allows.includes("card.add")) return null;
  const n = cardsOn(stage.state, [step.id], [], "").length;
  const writing = stage.live.presence.value.writing[step.id] ?? 0;
  return (
    <p class="card-count" role="status">
      <Icon name="writing" className="stage-icon" /> {tn("one card", "{n} cards", n)}
      {writing > 0 && <span class="card-count__writing">, {tn("one being written", "{n} being written", writing)}</span>}
    </p>
  );
}
