/** Dots: everyone has a few, totals stay hidden until the round is closed. */
import type { ComponentChild } from "preact";
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { undoable } from "../../core/room/undo";
import type { StepInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { Empty } from "../../core/ui/empty";
import { useGradually } from "../../core/ui/gradually";
import { narrow } from "../../core/ui/media";
import { Sequence } from "../../core/ui/sequence";
import type { Shown } from "../cards";
import { Ask, BoardView, brief, CardView, walkCards } from "../cards";
import { ActsFor } from "../members";
import { given } from "./given";
import { cardsAt } from "./selectors";
import { DotsLeft } from "./status";

export function Dots({ step }: { step: StepInfo }) {
  const room = useRoom();
  const board = room.state.collections.boards[step.id];
  const totals = board && !board.dots_open ? board.dots_totals : null;
  const extra = (card: Shown) => {
    if (card.hidden || card.pending) return null;
    if (totals) return <Tally n={totals[card.id] ?? 0} />;
    return board?.dots_open ? <Stepper step={step} card={card} /> : null;
  };
  if (narrow.value) return <OnPhone step={step} totals={totals} extra={extra} />;
  const list = step.columns.length === 0 || step.takes.length > 0;
  return (
    <div class="stack">
      {list && <DotCards step={step} totals={totals} extra={extra} />}
      {step.columns.length > 0 && <BoardView step={step} extra={extra} />}
    </div>
  );
}

interface CardsProps {
  step: StepInfo;
  totals: Record<string, number> | null;
  extra: (card: Shown) => ComponentChild;
}

/** Proposals are written until the dots open; then one card a screen is judged, and in the end all are seen in order. */
function OnPhone({ step, totals, extra }: CardsProps) {
  const room = useRoom();
  const open = room.state.collections.boards[step.id]?.dots_open === true;
  const cards = sortedBy(totals, votedOn(room, step));
  if (!open && !totals) return <Ask key={step.id} step={step} extra={extra} />;
  if (!cards.length) return <Empty picture="empty-cards" text={t("No cards yet.")} />;
  const all = (list: readonly Shown[]) => (
    <ul class="column__cards" onKeyDown={walkCards}>
      {list.map((card) => (
        <CardView key={card.id} card={card}>
          {extra(card)}
        </CardView>
      ))}
    </ul>
  );
  if (totals) return all(cards);
  return (
    <>
      <DotsLeft step={step} />
      <ActsFor id="dots-as" label={t("I give dots for")} />
      <Sequence
        label={t("Cards to choose from")}
        items={cards}
        idOf={(card) => card.id}
        one={(card) => all([card])}
        overview={() => all(cards)}
      />
    </>
  );
}

/** The cards that the dots are about. Where groups wrote sentences together, only those. */
function votedOn(room: Room, step: StepInfo): Shown[] {
  const cards = cardsAt(room.state, step, room.live.pending.value, room.me).filter((card) => !card.hidden);
  const main = step.shows.flatMap((id) => room.agenda.step(id)?.columns ?? []);
  const shared = new Set(main.filter((column) => column.shared).map((column) => column.id));
  return shared.size ? cards.filter((card) => shared.has(card.column)) : cards;
}

/** With the totals the most chosen comes first; otherwise nothing moves under anybody's finger. */
function sortedBy(totals: Record<string, number> | null, cards: readonly Shown[]): Shown[] {
  return totals ? [...cards].sort((one, other) => (totals[other.id] ?? 0) - (totals[one.id] ?? 0)) : [...cards];
}

function DotCards({ step, totals, extra }: CardsProps) {
  const room = useRoom();
  const sorted = sortedBy(
    totals,
    votedOn(room, step).filter((card) => card.board !== step.id),
  );
  const shown = useGradually(sorted);
  if (!sorted.length && step.columns.length > 0) return null;
  if (!sorted.length) return <Empty picture="empty-cards" text={t("No cards yet.")} />;
  return (
    <section class="column column--wide" aria-labelledby="to-choose" onKeyDown={walkCards}>
      <h2 class="column__title" id="to-choose" tabIndex={-1}>
        {t("Cards to choose from")}
      </h2>
      <ul class="column__cards">
        {shown.map((card) => (
          <CardView key={card.id} card={card}>
            {extra(card)}
          </CardView>
        ))}
      </ul>
    </section>
  );
}

function Stepper({ step, card }: { step: StepInfo; card: Shown }) {
  const room = useRoom();
  const budget = room.state.collections.boards[step.id]?.dots_budget ?? 0;
  const as = room.asMember.value;
  const dots = given(room, step.id);
  const here = dots.filter((one) => one.card === card.id);
  const left = budget - dots.length;
  const say = (change: number) => announce(tn("one dot left", "{n} dots left", left - change));
  const place = async () => {
    const dot = newId();
    const job = room.send("dot.place", { dot, board: step.id, card: card.id });
    await undoable(room, t("Give dot"), job, () => room.send("dot.take", { dot }, { as_member: as }));
    say(1);
  };
  const take = async () => {
    const last = here.at(-1);
    if (!last) return;
    await room.send("dot.take", { dot: last.id });
    say(-1);
  };
  const name = brief(card);
  return (
    <div class="dots" role="group" aria-label={t("Your dots for: {card}", { card: name })}>
      <button
        type="button"
        class="button button--icon"
        aria-label={t("Take a dot back from: {card}", { card: name })}
        disabled={!here.length}
        onClick={() => void take().catch(() => undefined)}
      >
        −
      </button>
      <span class="dots__given" role="img" aria-label={tn("one dot of yours", "{n} dots of yours", here.length)}>
        {Array.from({ length: Math.max(here.length, 1) }, (_, n) => (
          <i key={n} class={`dot${n < here.length ? " is-given" : ""}`} />
        ))}
      </span>
      <button
        type="button"
        class="button button--icon"
        aria-label={t("Give a dot to: {card}", { card: name })}
        disabled={left <= 0}
        onClick={() => void place().catch(() => undefined)}
      >
        +
      </button>
    </div>
  );
}

function Tally({ n }: { n: number }) {
  return (
    <span class="tally">
      <span class="tally__dots" aria-hidden="true">
        {Array.from({ length: Math.min(n, 20) }, (_, one) => (
          <i key={one} class="dot is-given" />
        ))}
      </span>
      {tn("one dot", "{n} dots", n)}
    </span>
  );
}
