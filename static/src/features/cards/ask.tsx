/** A board on a phone: one place to write and, one tap away, what others wrote. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { focusSoon } from "../../core/ui/focus";
import { useGradually } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import { Counts, StayHidden } from "./boardBar";
import { walkCards } from "./boardView";
import { CardView } from "./card";
import { Composer } from "./composer";
import type { Shown } from "./selectors";
import { cardsOn, inColumn } from "./selectors";

interface Props {
  step: StepInfo;
  extra?: (card: Shown) => ComponentChildren;
}

export function Ask({ step, extra }: Props) {
  const room = useRoom();
  const writes = step.allows.includes("card.add") && step.columns.length > 0;
  return writes && room.view.value === "write" ? <Write step={step} /> : <Look step={step} extra={extra} writes={writes} />;
}

function Write({ step }: { step: StepInfo }) {
  const room = useRoom();
  const [done, setDone] = useState<string | null>(null);
  const cards = cardsOn(room.state, [step.id], room.live.pending.value, room.me);
  const column = step.columns.find((one) => one.id === room.column.value) ?? step.columns[0];
  const shared = done === null ? undefined : cards.find((card) => card.id === done);
  const seen = cards.length + cardsOn(room.state, step.shows, [], room.me).length;
  useEffect(() => {
    if (room.origin.value) setDone(null);
  }, [room.origin.value]);
  if (!column) return null;
  return (
    <div class="ask">
      {step.columns.length > 1 && <Tabs step={step} cards={cards} shown={column.id} onChoose={() => setDone(null)} />}
      <StayHidden step={step} />
      {shared ? (
        <Shared card={shared} onMore={() => setDone(null)} />
      ) : (
        <Composer key={`${step.id}/${column.id}`} step={step} column={column} onShared={setDone} phone />
      )}
      <button type="button" class="button button--quiet ask__look" data-do="look" onClick={() => (room.view.value = "look")}>
        <Icon name="eye" /> {seen > 0 ? t("See what others wrote ({n})", { n: seen }) : t("Nobody else has written yet")}
      </button>
    </div>
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
  const pending = room.live.pending.value;
  const own = cardsOn(room.state, [step.id], pending, room.me);
  const earlier = cardsOn(room.state, step.shows, [], room.me).filter((card) => !card.hidden);
  const column = step.columns.find((one) => one.id === room.column.value) ?? step.columns[0];
  const cards = [...(column ? inColumn(own, column.id) : []), ...earlier];
  const shown = useGradually(cards);
  return (
    <div class="look">
      <div class="look__bar">
        {writes && (
          <button type="button" class="button" data-do="write" onClick={() => (room.view.value = "write")}>
            <Icon name="edit" /> {t("Write")}
          </button>
        )}
        <Counts step={step} cards={[...own, ...earlier]} />
      </div>
      {step.columns.length > 1 && column && <Tabs step={step} cards={own} shown={column.id} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons inside */}
      <div onKeyDown={walkCards}>
        <ul class="column__cards" aria-label={column?.title ?? t("Cards to look at")}>
          {shown.map((card) => (
            <CardView key={card.id} card={card}>
              {extra?.(card)}
            </CardView>
          ))}
        </ul>
        {cards.length === 0 && <p class="soft">{t("No cards yet.")}</p>}
      </div>
    </div>
  );
}

interface TabsProps {
  step: StepInfo;
  cards: Shown[];
  shown: string;
  onChoose?: () => void;
}

function Tabs({ step, cards, shown, onChoose }: TabsProps) {
  const room = useRoom();
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
