/** Moving a card without dragging it. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import type { Card } from "../../generated/catalogue";
import { brief, moveCard } from "./actions";
import { ColumnChoice } from "./columnChoice";

interface Props {
  card: Card;
  onClose: () => void;
}

export function MoveDialog({ card, onClose }: Props) {
  const room = useRoom();
  const columns = room.agenda.step(card.board)?.columns ?? [];
  const [column, setColumn] = useState(card.column);
  const [place, setPlace] = useState("end");
  const others = Object.values(room.state.collections.cards)
    .filter((one) => one.board === card.board && one.column === column && one.id !== card.id)
    .sort(byRank);
  const save = () => {
    const before = place === "end" ? null : (others.find((one) => one.id === place)?.id ?? null);
    onClose();
    void moveCard(room, card, column, before).catch(() => undefined);
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
      <p dir="auto">{brief(card, 120)}</p>
      <ColumnChoice columns={columns} value={column} onChange={setColumn} />
      <Field id="move-place" label={t("Place")}>
        <select class="select" value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
          <option value="end">{t("At the end")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {t("Before: {card}", { card: brief(one) })}
            </option>
          ))}
        </select>
      </Field>
    </Dialog>
  );
}
