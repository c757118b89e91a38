/** A board on a phone: one place to write and, one tap away, what others wrote. */
import { useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { ColumnInfo, StepInfo } from "../../core/store/phases";
import { focusSoon } from "../../core/ui/focus";
import { useGradually } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import { useMemoNodes } from "../../core/ui/memoNodes";
import { CardView } from "./card";
import { Composer } from "./composer";
import { Counts, StayHidden } from "./counts";
import type { Shown } from "./selectors";
import { cardsOn, inColumn } from "./selectors";
import { walkCards } from "./walk";

interface Props {
  step: StepInfo;
  extra?: (card: Shown) => ComponentChildren;
}

export function Ask({ step, extra }: Props) {
  const room = useRoom();
  const writes = step.allows.includes("card.add") && step.columns.length > 0;
  return writes && room.view.value === "write" ? <Write step={step} /> : <Look step={step} extra={extra} writes={writes} />;
}

/** Follows only what is written here: a card by somebody else draws no more than the count on the button. */
function Write({ step }: { step: StepInfo }) {
  const room = useRoom();
  const done = useSignal<string | null>(null);
  const shared = useComputed(() =>
    done.value === null
      ? undefined
      : cardsOn(room.state, [step.id], room.live.pending.value, room.me).find((card) => card.id === done.value),
  ).value;
  const column = step.columns.find((one) => one.id === room.column.value) ?? step.columns[0];
  useEffect(() => {
    if (room.origin.value) done.value = null;
  }, [room.origin.value]);
  if (!column) return null;
  return (
    <div class="ask">
      {step.columns.length > 1 && <Tabs step={step} shown={column.id} onChoose={() => (done.value = null)} />}
      <StayHidden step={step} />
      {shared ? (
        <Shared card={shared} onMore={() => (done.value = null)} />
      ) : (
        <Composer key={`${step.id}/${column.id}`} step={step} column={column} onShared={(card) => (done.value = card)} phone />
      )}
      <LookButton step={step} />
    </div>
  );
}

function LookButton({ step }: { step: StepInfo }) {
  const room = useRoom();
  const seen = useComputed(
    () => cardsOn(room.state, [step.id], room.live.pending.value, room.me).length + cardsOn(room.state, step.shows, [], room.me).length,
  ).value;
  return (
    <button type="button" class="button button--quiet ask__look" data-do="look" onClick={() => (room.view.value = "look")}>
      <Icon name="eye" /> {seen > 0 ? t("See what others wrote ({n})", { n: seen }) : t("Nobody else has written yet")}
    </button>
  );
}

/** The card is on the board: look up, or write another. */
function Shared({ card, onMore }: { card: Shown; onMore: () => void }) {
  return (
    <div class="ask__shared">
      <p class="ask__up" role="status">
        <Icon name="check" /> {t("Your card is on the board. Look at the screen.")}
      </p>
      <ul class="column__cards">
        <CardView card={card} />
      </ul>
      <button
        type="button"
        class="button"
        data-do="another"
        onClick={() => {
          onMore();
          focusSoon(".composer__text");
        }}
      >
        <Icon name="add" /> {t("Write another one")}
      </button>
    </div>
  );
}

function Look({ step, extra, writes }: Props & { writes: boolean }) {
  const room = useRoom();
  const column = step.columns.find((one) => one.id === room.column.value) ?? step.columns[0];
  return (
    <div class="look">
      <div class="look__bar">
        {writes && (
          <button type="button" class="button" data-do="write" onClick={() => (room.view.value = "write")}>
            <Icon name="edit" /> {t("Write")}
          </button>
        )}
        <Counts step={step} boards={[step.id, ...step.shows]} />
      </div>
      {step.columns.length > 1 && column && <Tabs step={step} shown={column.id} />}
      <LookCards step={step} column={column} extra={extra} />
    </div>
  );
}

interface LookProps extends Props {
  column: ColumnInfo | undefined;
}

function LookCards({ step, column, extra }: LookProps) {
  const room = useRoom();
  const cards = [
    ...(column ? inColumn(cardsOn(room.state, [step.id], room.live.pending.value, room.me), column.id) : []),
    ...cardsOn(room.state, step.shows, [], room.me).filter((card) => !card.hidden),
  ];
  const shown = useGradually(cards);
  const drawn = useMemoNodes<Shown>(extra === undefined, null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons inside
    <div onKeyDown={walkCards}>
      <ul class="column__cards" aria-label={column?.title ?? t("Cards to look at")}>
        {shown.map((card) =>
          drawn(card, () => (
            <CardView key={card.id} card={card}>
              {extra?.(card)}
            </CardView>
          )),
        )}
      </ul>
      {cards.length === 0 && <p class="soft">{t("No cards yet.")}</p>}
    </div>
  );
}

interface TabsProps {
  step: StepInfo;
  shown: string;
  onChoose?: () => void;
}

function Tabs({ step, shown, onChoose }: TabsProps) {
  const room = useRoom();
  const cards = cardsOn(room.state, [step.id], room.live.pending.value, room.me);
  return (
    <nav class="tabs" aria-label={t("Columns")}>
      {step.columns.map((column) => (
        <button
          key={column.id}
          type="button"
          class="tab"
          aria-current={column.id === shown ? "true" : undefined}
          onClick={() => {
            room.column.value = column.id;
            onChoose?.();
          }}
        >
          {column.title} <span class="badge">{inColumn(cards, column.id).length}</span>
        </button>
      ))}
    </nav>
  );
}
