/** Dots: everyone has a few, totals stay hidden until the round is closed. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { undoable } from "../../core/room/undo";
import type { StepInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { Empty } from "../../core/ui/empty";
import { useGradually } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import type { Dot } from "../../generated/catalogue";
import type { Shown } from "../cards";
import { BoardView, brief, CardView, walkCards } from "../cards";
import { ActsFor, nameOf } from "../members";
import { cardsAt, dotsOf } from "./selectors";

export function Dots({ step }: { step: StepInfo }) {
  const room = useRoom();
  const board = room.state.collections.boards[step.id];
  const totals = board && !board.dots_open ? board.dots_totals : null;
  const extra = (card: Shown) => {
    if (card.hidden || card.pending) return null;
    if (totals) return <Tally n={totals[card.id] ?? 0} />;
    return board?.dots_open ? <Stepper step={step} card={card} /> : null;
  };
  return (
    <div class="stack">
      <DotsBar step={step} />
      {(step.columns.length === 0 || step.takes.length > 0) && <DotCards step={step} totals={totals} extra={extra} />}
      {step.columns.length > 0 && <BoardView step={step} extra={extra} />}
    </div>
  );
}

interface CardsProps {
  step: StepInfo;
  totals: Record<string, number> | null;
  extra: (card: Shown) => preact.ComponentChild;
}

function DotCards({ step, totals, extra }: CardsProps) {
  const room = useRoom();
  const there = cardsAt(room.state, step, room.live.pending.value, room.me);
  const cards = there.filter((card) => !card.hidden && card.board !== step.id);
  const main = step.shows.flatMap((id) => room.agenda.step(id)?.columns ?? []);
  const shared = new Set(main.filter((column) => column.shared).map((column) => column.id));
  const list = shared.size ? cards.filter((card) => shared.has(card.column)) : cards;
  // With the totals the most chosen comes first; otherwise nothing moves under anybody's finger.
  const sorted = totals ? [...list].sort((a, b) => (totals[b.id] ?? 0) - (totals[a.id] ?? 0)) : list;
  const shown = useGradually(sorted);
  if (!sorted.length && step.columns.length > 0) return null;
  if (!sorted.length) return <Empty picture="empty-cards" text={t("No cards yet.")} />;
  return (
    <section class="column column--wide" aria-label={t("Cards to choose from")} onKeyDown={walkCards}>
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

/** What I gave; or, when I type for somebody without a phone, what I gave in that name. */
function given(room: Room, board: string): Dot[] {
  return dotsOf(room.state, board, room.live.pending.value, room.me, room.asMember.value);
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

function DotsBar({ step }: { step: StepInfo }) {
  const room = useRoom();
  const board = room.state.collections.boards[step.id];
  const budget = useSignal(board?.dots_budget || step.dots || 3);
  const steers = room.steering.value;
  const open = board?.dots_open === true;
  const as = room.asMember.value;
  const left = open ? board.dots_budget - given(room, step.id).length : 0;
  const act = (job: Promise<unknown>) => void job.catch(() => undefined);
  return (
    <div class="cluster cluster--spread">
      {open ? (
        <p class="dots-left" role="status">
          <Icon name="dots" />{" "}
          {as
            ? tn("{name} has one dot left of {budget}", "{name} has {n} dots left of {budget}", left, {
                name: nameOf(room.state, as),
                budget: board.dots_budget,
              })
            : tn("You have one dot left of {budget}", "You have {n} dots left of {budget}", left, { budget: board.dots_budget })}
        </p>
      ) : (
        <p class="soft">{board?.dots_totals ? t("The dots are counted.") : t("The dots are not open yet.")}</p>
      )}
      {open && step.columns.length === 0 && <ActsFor id="dots-as" label={t("I give dots for")} />}
      {steers && !open && (
        <div class="cluster cluster--tight">
          <label for="budget">{t("Dots for everyone")}</label>
          <input
            id="budget"
            class="input"
            type="number"
            min={1}
            max={20}
            value={budget.value}
            onInput={(event) => (budget.value = Math.min(20, Math.max(1, Number(event.currentTarget.value) || 1)))}
          />
          <button
            type="button"
            class="button button--primary"
            data-do="open-dots"
            onClick={() => act(room.send("dots.open", { board: step.id, budget: budget.value }))}
          >
            <Icon name="dots" /> {board?.dots_totals ? t("Open a new round") : t("Open the dots")}
          </button>
        </div>
      )}
      {steers && open && (
        <button
          type="button"
          class="button button--primary"
          data-do="close-dots"
          onClick={() => act(room.send("dots.close", { board: step.id }))}
        >
          <Icon name="check" /> {t("Close and count")}
        </button>
      )}
    </div>
  );
}
