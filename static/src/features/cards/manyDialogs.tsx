/** Questions about several cards at once. */
import { useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { ManyDialog } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import type { Card } from "../../generated/catalogue";
import { brief, comeback } from "./actions";
import { ColumnChoice } from "./columnChoice";
import { moveCards, withdrawCards } from "./manyActions";

export function MoveManyDialog({ cards, onClose }: ManyDialog) {
  const room = useRoom();
  const columns = room.step.columns;
  const [column, setColumn] = useState(columns.find((one) => cards.some((card) => card.column !== one.id))?.id ?? "");
  const save = () => {
    onClose();
    void moveCards(room, cards, column);
    focusSoon(`[data-column="${column}"] h2`, "main h1");
  };
  return (
    <Dialog
      title={t("Move to…")}
      onClose={onClose}
      onSubmit={save}
      actions={
        <button type="submit" class="button button--primary">
          {t("Move")}
        </button>
      }
    >
      <p>{tn("one card chosen", "{n} cards chosen", cards.length)}</p>
      <ColumnChoice columns={columns} value={column} onChange={setColumn} />
    </Dialog>
  );
}

/** What others wrote cannot be brought back by whoever takes it away: asked first. */
export function WithdrawManyDialog({ cards, onClose }: ManyDialog) {
  const room = useRoom();
  const others = cards.filter((card) => comeback(room, card) === null);
  const save = () => {
    onClose();
    void withdrawCards(room, cards);
  };
  return (
    <Dialog
      title={t("Take away for everyone")}
      onClose={onClose}
      onSubmit={save}
      quiet
      actions={
        <button type="submit" class="button button--primary" data-do="withdraw-all">
          {tn("Take one card away", "Take {n} cards away", cards.length)}
        </button>
      }
    >
      <p>
        {tn(
          "One of these cards was written by somebody else. You cannot bring it back.",
          "{n} of these cards were written by others. You cannot bring them back.",
          others.length,
        )}
      </p>
      <Listed cards={cards} />
    </Dialog>
  );
}

function Listed({ cards }: { cards: readonly Card[] }) {
  return (
    <ul class="list">
      {cards.map((card) => (
        <li class="list__row" key={card.id} dir="auto">
          {brief(card, 100)}
        </li>
      ))}
    </ul>
  );
}
