/** Putting one card in a theme, from its menu. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useFormDraft } from "../../core/room/formDraft";
import type { ManyDialog } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { problem } from "../../core/ui/limit";
import type { Card } from "../../generated/catalogue";
import { brief } from "../cards";
import { addTheme, groupCard } from "./actions";
import { MAX_NAME_LENGTH, NameField } from "./nameField";
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
  const draft = useFormDraft(room.drafts, "theme-new", { name: "" });
  const name = draft.fields.name;
  const save = () => {
    if (theme === "new" && problem(name, MAX_NAME_LENGTH, true)) return;
    onClose();
    const job = theme === "new" ? addTheme(room, name.trim(), [card]).then(draft.drop) : groupCard(room, card, theme || null);
    job.catch(() => undefined); // told already; the name is kept for the next try
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
      {theme === "new" && <NameField value={name} onInput={(value) => draft.set({ name: value })} />}
    </Dialog>
  );
}

/** Gives cards that are put together a name. */
export function TogetherDialog({ cards, onClose }: ManyDialog) {
  const room = useRoom();
  const draft = useFormDraft(room.drafts, "theme-new", { name: "" });
  const name = draft.fields.name;
  const save = () => {
    if (problem(name, MAX_NAME_LENGTH, true)) return;
    onClose();
    addTheme(room, name.trim(), cards).then(
      (theme) => {
        draft.drop();
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
      <NameField value={name} onInput={(value) => draft.set({ name: value })} autofocus />
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
