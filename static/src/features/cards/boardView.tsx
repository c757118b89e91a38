/** A step's own board: columns with cards, and a place to write. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { ColumnInfo, StepInfo } from "../../core/store/phases";
import { focusSoon } from "../../core/ui/focus";
import { useGradually } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import { useMemoNodes } from "../../core/ui/memoNodes";
import { moveCard } from "./actions";
import { CardView } from "./card";
import { Composer } from "./composer";
import { useDropTarget } from "./drag";
import { cardBelow } from "./landing";
import type { Shown } from "./selectors";
import { cardsOn, inColumn } from "./selectors";
import { walkCards } from "./walk";

interface Props {
  step: StepInfo;
  /** What stands with every card, such as dots. */
  extra?: (card: Shown) => ComponentChildren;
}

/** A board on a screen with room: all columns beside each other. */
export function BoardView({ step, extra }: Props) {
  const room = useRoom();
  const cards = cardsOn(room.state, [step.id], room.live.pending.value, room.me);
  const writes = step.allows.includes("card.add");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons inside
    <div class="board" onKeyDown={walkCards}>
      {step.columns.map((column) => (
        <Column key={column.id} step={step} column={column} cards={inColumn(cards, column.id)} extra={extra} writes={writes} />
      ))}
    </div>
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

/** A column with its cards; where one writes, a "+" opens the place to write in it. */
export function Column({ step, column, cards, writes, extra }: ColumnProps) {
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
  const { open, toggle, close } = useOpened(step, column, writes && cards.length === 0);
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
        {writes && (
          <button
            type="button"
            class="button button--icon column__add"
            aria-expanded={open}
            data-do="write"
            aria-label={open ? t("Close the writing place") : t("Write a card for: {column}", { column: column.title })}
            onClick={toggle}
          >
            <Icon name={open ? "close" : "add"} />
          </button>
        )}
      </header>
      {open && <Composer key={`${step.id}/${column.id}`} step={step} column={column} onClose={close} />}
      {cards.length === 0 && !open && <p class="column__hint">{writes ? column.hint : t("No cards yet.")}</p>}
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

/** Whether one writes in a column: asked for, something unsent there, a card to write from, or an empty first column. */
function useOpened(step: StepInfo, column: ColumnInfo, empty: boolean): { open: boolean; toggle: () => void; close: () => void } {
  const room = useRoom();
  const place = `${step.id}/${column.id}`;
  const first = step.columns[0]?.id === column.id;
  const last = step.columns.at(-1)?.id === column.id;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const waits = room.drafts.get(place) !== "" || Boolean(room.drafts.picture(place));
  const from = room.origin.value !== null && last;
  const open = from || (chosen ?? (waits || (empty && first)));
  // An empty board begins with the place to write; it stays open when the first card lies there.
  useEffect(() => {
    if (open && chosen === null) setChosen(true);
  }, [open]);
  const close = () => {
    if (from) room.origin.value = null;
    setChosen(false);
    focusSoon(`[data-column="${column.id}"] [data-do=write]`);
  };
  return {
    open,
    close,
    toggle: () => {
      if (open) return close();
      setChosen(true);
      focusSoon(`[data-column="${column.id}"] .composer__text`);
      return undefined;
    },
  };
}
