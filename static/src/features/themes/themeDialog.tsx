/** Putting one card in a theme, from its menu. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { ManyDialog } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import type { Card } from "../../generated/catalogue";
import { brief } from "../cards";
import { addTheme, groupCard } from "./actions";
import { themesOf } from "./selectors";

interface Props {
  card: Card;
  onClose: () => void;
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
    <Dialog
      title={t("Put in theme…")}
      onClose={onClose}
      onSubmit={save}
      actions={
        <button type="submit" class="button button--primary">
          {t("Put in theme")}
        </button>
      }
    >
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
    <Field id="theme-name" label={t("Name of the theme, in your own words")}>
      <input
        class="input"
        maxLength={40}
        required
        data-autofocus={autofocus}
        dir="auto"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}

/** Gives cards that are put together a name. */
export function TogetherDialog({ cards, onClose }: ManyDialog) {
  const room = useRoom();
  const [name, setName] = useState("");
  const save = () => {
    if (!name.trim()) return;
    onClose();
    addTheme(room, name.trim(), cards).then(
      (theme) => {
        room.selection.clear();
        focusSoon(`#theme-${theme}`);
      },
      () => undefined,
    );
  };
  return (
    <Dialog
      title={t("Put together")}
      onClose={onClose}
      onSubmit={save}
      actions={
        <button type="submit" class="button button--primary">
          {t("Put together")}
        </button>
      }
    >
      <NameField value={name} onInput={setName} autofocus />
      <ul class="list">
        {cards.map((card) => (
          <li class="list__row" key={card.id} dir="auto">
            {brief(card, 100)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
