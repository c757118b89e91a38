/** A step's own board: columns with cards, and a place to write. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { BackToGroup } from "../../core/room/backToGroup";
import { useRoom } from "../../core/room/room";
import type { ColumnInfo, StepInfo } from "../../core/store/phases";
import { useGradually } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import { narrow, setBottomBar } from "../../core/ui/media";
import { useMemoNodes } from "../../core/ui/memoNodes";
import { moveCard } from "./actions";
import { CardView } from "./card";
import { Composer } from "./composer";
import { useDropTarget } from "./drag";
import { cardBelow } from "./landing";
import type { Shown } from "./selectors";
import { cardsOn, inColumn } from "./selectors";

interface Props {
  step: StepInfo;
  /** What stands with every card, such as dots. */
  extra?: (card: Shown) => ComponentChildren;
}

export function BoardView({ step, extra }: Props) {
  const room = useRoom();
  const cards = cardsOn(room.state, [step.id], room.live.pending.value, room.me);
  const writes = step.allows.includes("card.add");
  const shown = step.columns.find((column) => column.id === room.column.value) ?? step.columns[0];
  const one = narrow.value;
  // Where there are pictures to choose from, they need more room than the bar at the bottom has.
  const inBar = one && writes && shown !== undefined && !shown.pictures;
  useEffect(() => {
    setBottomBar(inBar);
    return () => setBottomBar(false);
  }, [inBar]);
  const columns = one && shown ? [shown] : step.columns;
  return (
    <>
      <BoardBar step={step} cards={cards} />
      {one && shown && step.columns.length > 1 && <Tabs step={step} cards={cards} shown={shown.id} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons inside */}
      <div class="board" onKeyDown={walkCards}>
        {columns.map((column) => (
          <Column key={column.id} step={step} column={column} cards={inColumn(cards, column.id)} extra={extra} writes={writes && !inBar} />
        ))}
      </div>
      {inBar && shown && (
        <div class="bottom-bar">
          <BackToGroup inBar />
          <Composer key={`${step.id}/${shown.id}`} step={step} column={shown} />
        </div>
      )}
    </>
  );
}

function Tabs({ step, cards, shown }: { step: StepInfo; cards: Shown[]; shown: string }) {
  const room = useRoom();
  return (
    <nav class="tabs" aria-label={t("Columns")}>
      {step.columns.map((column) => (
        <button
          key={column.id}
          type="button"
          class="tab"
          aria-current={column.id === shown ? "true" : undefined}
          onClick={() => (room.column.value = column.id)}
        >
          {column.title} <span class="badge">{inColumn(cards, column.id).length}</span>
        </button>
      ))}
    </nav>
  );
}

const isPending = (card: Shown) => card.pending === true;

interface ColumnProps {
  step: StepInfo;
  column: ColumnInfo;
  cards: Shown[];
  writes: boolean;
  extra: ((card: Shown) => ComponentChildren) | undefined;
}

function Column({ step, column, cards, writes, extra }: ColumnProps) {
  const room = useRoom();
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const moves = step.allows.includes("card.move");
  useDropTarget(
    section,
    moves,
    (drop) => {
      const card = room.state.collections.cards[drop.card];
      if (card?.board === step.id) void moveCard(room, card, column.id, cardBelow(list.current, drop.at)).catch(() => undefined);
    },
    list,
  );
  const shown = useGradually(cards, isPending);
  const drawn = useMemoNodes<Shown>(extra === undefined, moves);
  const id = `column-${step.id}-${column.id}`;
  const wide = step.columns.length === 1;
  return (
    <section ref={section} class={`column${wide ? " column--wide" : ""}`} data-column={column.id} aria-labelledby={id}>
      <header class="column__head">
        <h2 class="column__title" id={id} tabIndex={-1}>
          {column.title}
        </h2>
        <span class="badge" aria-label={tn("one card", "{n} cards", cards.length)} role="img">
          {cards.length}
        </span>
      </header>
      {column.hint && <p class="column__hint">{column.hint}</p>}
      {writes && <Composer key={`${step.id}/${column.id}`} step={step} column={column} />}
      {cards.length === 0 && !writes && <p class="column__hint">{t("No cards yet.")}</p>}
      <ul class="column__cards" ref={list} aria-labelledby={id}>
        {shown.map((card) =>
          drawn(card, () => (
            <CardView key={card.id} card={card} drag={moves}>
              {extra?.(card)}
            </CardView>
          )),
        )}
      </ul>
    </section>
  );
}

/** How many are there, how many are being written; hiding and showing for the core team. */
export function BoardBar({ step, cards }: { step: StepInfo; cards: readonly Shown[] }) {
  const room = useRoom();
  const board = room.state.collections.boards[step.id];
  const mine = room.typing.board.value === step.id ? 1 : 0;
  const others = Math.max(0, (room.live.presence.value.writing[step.id] ?? 0) - mine);
  const covered = cards.filter((card) => card.hidden).length;
  const steers = room.steering.value;
  const act = (job: Promise<unknown>) => void job.catch(() => undefined);
  return (
    <div class="cluster cluster--spread">
      <p class="cluster">
        <span>{tn("one card", "{n} cards", cards.length)}</span>
        {others > 0 && (
          <span class="writing-now">
            <Icon name="writing" /> {tn("one more is being written", "{n} more are being written", others)}
          </span>
        )}
        {board?.hidden && (
          <span class="badge">
            <Icon name="hidden" /> {t("Cards stay hidden until everyone is ready")}
          </span>
        )}
      </p>
      <p class="cluster cluster--tight">
        {steers && (board?.hidden || covered > 0) && step.allows.includes("board.reveal") && (
          <button type="button" class="button" data-do="reveal" onClick={() => act(room.send("board.reveal", { board: step.id }))}>
            <Icon name="eye" /> {t("Show all cards")}
          </button>
        )}
        {steers && !board?.hidden && step.allows.includes("board.hide") && (
          <button
            type="button"
            class="button button--quiet"
            data-do="hide"
            onClick={() => act(room.send("board.hide", { board: step.id }))}
          >
            <Icon name="hidden" /> {t("Hide new cards")}
          </button>
        )}
      </p>
    </div>
  );
}

/** Arrow keys go from card to card: up and down in a column, left and right between columns. */
export function walkCards(event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  if (!from.dataset["cardMenu"] || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = (root: ParentNode) => Array.from(root.querySelectorAll<HTMLElement>("[data-card-menu]"));
  const lists = Array.from((event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("ul")).filter((list) => all(list).length);
  const list = from.closest("ul");
  if (!list) return;
  const at = all(list).indexOf(from);
  const sideways = (by: number) => {
    const other = lists[lists.indexOf(list) + by];
    return other ? all(other)[Math.min(at, all(other).length - 1)] : undefined;
  };
  const forward = getComputedStyle(from).direction === "rtl" ? -1 : 1;
  const goes: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => all(list)[at + 1],
    ArrowUp: () => all(list)[at - 1],
    ArrowRight: () => sideways(forward),
    ArrowLeft: () => sideways(-forward),
    Home: () => all(list)[0],
    End: () => all(list).at(-1),
  };
  const to = goes[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
}
