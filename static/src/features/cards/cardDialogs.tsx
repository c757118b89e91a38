/** What opens from a card's menu: changing it and moving it. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { CommandError } from "../../core/live/connection";
import { useRoom } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { Notice } from "../../core/ui/notice";
import type { Card } from "../../generated/catalogue";
import { brief, editCard, MAX_CARD_LENGTH, moveCard } from "./actions";
import { StatementTips } from "./statementTips";

interface Props {
  card: Card;
  onClose: () => void;
}

export function EditDialog({ card, onClose }: Props) {
  const room = useRoom();
  const [first] = useState(card);
  const [rev, setRev] = useState(card.rev);
  const [text, setText] = useState(card.text);
  const [translation, setTranslation] = useState(card.translation);
  const [due, setDue] = useState(card.due ?? "");
  const [error, setError] = useState("");
  const other = card.rev !== rev ? card : null;
  const save = async () => {
    if (!text.trim() && !card.picture) return setError(t("Write something first."));
    try {
      await editCard(room, first, rev, text.trim(), translation.trim(), due || null);
      onClose();
    } catch (refused) {
      setError(refused instanceof CommandError ? refused.message : String(refused));
      const now = room.state.collections.cards[card.id];
      if (now) setRev(now.rev);
    }
    return undefined;
  };
  return (
    <Dialog
      title={t("Change card")}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <button type="submit" class="button button--primary">
            {t("Keep")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("Cancel")}
          </button>
        </>
      }
    >
      {(other || error) && (
        <Notice kind="warn" role="alert">
          {error && <p>{error}</p>}
          {card.text !== first.text && (
            <>
              <p class="notice__title">{t("It now says:")}</p>
              <p dir="auto">{card.text}</p>
            </>
          )}
        </Notice>
      )}
      <Field id="edit-text" label={t("Text of the card")} below={<StatementTips board={card.board} text={text} put={setText} />}>
        <textarea
          class="textarea"
          rows={5}
          dir="auto"
          maxLength={MAX_CARD_LENGTH}
          data-autofocus
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            room.typing.keyPressed(card.board);
          }}
        />
      </Field>
      {(card.translation || card.lang !== room.boot.community.language) && (
        <Field id="edit-translation" label={t("In the language of the group")}>
          <textarea
            class="textarea"
            rows={3}
            dir="auto"
            maxLength={MAX_CARD_LENGTH}
            value={translation}
            onInput={(event) => setTranslation(event.currentTarget.value)}
          />
        </Field>
      )}
      {card.due && (
        <Field id="edit-due" label={t("When")}>
          <input class="input" type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
        </Field>
      )}
    </Dialog>
  );
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
      <fieldset class="stack stack--tight">
        <legend class="label">{t("Column")}</legend>
        {columns.map((one, n) => (
          <label class="check" key={one.id}>
            <input
              type="radio"
              name="move-column"
              data-autofocus={n === 0}
              checked={column === one.id}
              onChange={() => setColumn(one.id)}
            />
            <span>{one.title}</span>
          </label>
        ))}
      </fieldset>
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
