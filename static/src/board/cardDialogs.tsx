/** What opens from a card's menu: changing it, moving it, putting it in a theme. */
import { useState } from "preact/hooks";
import type { Card } from "../generated/catalogue";
import { CommandError } from "../live/connection";
import { byRank, themesOf } from "../store/selectors";
import { Dialog } from "../ui/dialog";
import { t } from "../ui/strings";
import { addTheme, brief, editCard, groupCard, MOST_LETTERS, moveCard } from "./actions";
import { useRoom } from "./room";
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
          <button class="button button--primary">{t("Keep")}</button>
          <button type="button" class="button" onClick={onClose}>
            {t("Cancel")}
          </button>
        </>
      }
    >
      {(other || error) && (
        <div class="notice notice--warn" role="alert">
          <div class="notice__text">
            {error && <p>{error}</p>}
            {card.text !== first.text && (
              <>
                <p class="notice__title">{t("It now says:")}</p>
                <p dir="auto">{card.text}</p>
              </>
            )}
          </div>
        </div>
      )}
      <div class="field">
        <label class="label" for="edit-text">
          {t("Text of the card")}
        </label>
        <textarea
          id="edit-text"
          class="textarea"
          rows={5}
          dir="auto"
          maxLength={MOST_LETTERS}
          data-autofocus
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            room.pen.press(card.board);
          }}
        />
        <StatementTips board={card.board} text={text} put={setText} />
      </div>
      {(card.translation || card.lang !== room.boot.community.language) && (
        <div class="field">
          <label class="label" for="edit-translation">
            {t("In the language of the group")}
          </label>
          <textarea id="edit-translation" class="textarea" rows={3} dir="auto" maxLength={MOST_LETTERS} value={translation} onInput={(event) => setTranslation(event.currentTarget.value)} />
        </div>
      )}
      {card.due && (
        <div class="field">
          <label class="label" for="edit-due">
            {t("When")}
          </label>
          <input id="edit-due" class="input" type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
        </div>
      )}
    </Dialog>
  );
}

export function MoveDialog({ card, onClose }: Props) {
  const room = useRoom();
  const columns = room.road.step(card.board)?.columns ?? [];
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
    <Dialog title={t("Move to…")} onClose={onClose} onSubmit={save} actions={<button class="button button--primary">{t("Move")}</button>}>
      <p dir="auto">{brief(card, 120)}</p>
      <fieldset class="stack stack--tight">
        <legend class="label">{t("Column")}</legend>
        {columns.map((one, n) => (
          <label class="check" key={one.id}>
            <input type="radio" name="move-column" data-autofocus={n === 0} checked={column === one.id} onChange={() => setColumn(one.id)} />
            <span>{one.title}</span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label class="label" for="move-place">
          {t("Place")}
        </label>
        <select id="move-place" class="select" value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
          <option value="end">{t("At the end")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {t("Before: {card}", { card: brief(one) })}
            </option>
          ))}
        </select>
      </div>
    </Dialog>
  );
}

export function ThemeDialog({ card, onClose }: Props) {
  const room = useRoom();
  const themes = themesOf(room.state);
  const mayMake = room.step.allows.includes("theme.add");
  const [theme, setTheme] = useState(card.theme ?? (themes.length ? "" : "new"));
  const [name, setName] = useState("");
  const save = () => {
    if (theme === "new" && !name.trim()) return;
    onClose();
    const job = theme === "new" ? addTheme(room, name.trim(), [card]) : groupCard(room, card, theme || null);
    void job.catch(() => undefined);
  };
  return (
    <Dialog title={t("Put in theme…")} onClose={onClose} onSubmit={save} actions={<button class="button button--primary">{t("Put in theme")}</button>}>
      <p dir="auto">{brief(card, 120)}</p>
      <fieldset class="stack stack--tight">
        <legend class="label">{t("Theme")}</legend>
        <label class="check">
          <input type="radio" name="theme" data-autofocus checked={theme === ""} onChange={() => setTheme("")} />
          <span>{t("No theme")}</span>
        </label>
        {themes.map((one) => (
          <label class="check" key={one.id}>
            <input type="radio" name="theme" checked={theme === one.id} onChange={() => setTheme(one.id)} />
            <span>{one.name}</span>
          </label>
        ))}
        {mayMake && (
          <label class="check">
            <input type="radio" name="theme" checked={theme === "new"} onChange={() => setTheme("new")} />
            <span>{t("A new theme")}</span>
          </label>
        )}
      </fieldset>
      {theme === "new" && <NameField value={name} onInput={setName} />}
    </Dialog>
  );
}

export function NameField({ value, onInput, autofocus }: { value: string; onInput: (name: string) => void; autofocus?: boolean }) {
  return (
    <div class="field">
      <label class="label" for="theme-name">
        {t("Name of the theme, in your own words")}
      </label>
      <input id="theme-name" class="input" maxLength={40} required data-autofocus={autofocus} dir="auto" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}
