/** Translating paragraph by paragraph: the text above, what it says in the other language below. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { problem } from "../../core/ui/limit";
import { toast } from "../../core/ui/toasts";
import { WrittenField } from "../../core/ui/written";
import type { VisionPage } from "../editor";
import { Changed } from "./changed";
import { languageOf } from "./languages";
import type { Row } from "./rows";

const MAX_WORDS = 10_000;
/** So much of a paragraph names the place where an unfinished translation is kept. */
const NAMING = 80;

interface Props {
  page: VisionPage;
  section: string;
  lang: string;
  rows: readonly Row[];
  /** The row that is translated first. */
  at: number;
  onClose: () => void;
}

export function TranslateDialog({ page, section, lang, rows, at, onClose }: Props) {
  const room = useRoom();
  const [place, setPlace] = useState(at);
  const row = rows[place];
  const draft = (one: Row | undefined) => `translation/${lang}/${section}/${one?.original.slice(0, NAMING)}`;
  const begun = (one: Row | undefined) => room.drafts.get(draft(one)) || one?.words || "";
  const [words, setWords] = useState(begun(row));
  if (!row) return null;
  const { name } = languageOf(lang);
  const next = rows.findIndex((one, n) => n > place && one.state !== "kept");
  const type = (value: string) => {
    setWords(value);
    room.drafts.set(draft(row), value === row.words ? "" : value);
  };
  const keep = (then: number) => {
    if (problem(words, MAX_WORDS)) return;
    const kept = row;
    const done = room.send("translation.write", { section, lang, original: kept.original, words: words.trim(), was: kept.was });
    // What was refused stays where it was typed, for the next time.
    done.then(() => room.drafts.set(draft(kept), "")).catch(() => undefined);
    if (then < 0) {
      toast(t("The translation is kept."));
      onClose();
      return;
    }
    setPlace(then);
    setWords(begun(rows[then]));
    focusSoon("#translation-words");
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">
        {t("Keep")}
      </button>
      {next >= 0 && (
        <button type="button" class="button" data-do="next" onClick={() => keep(next)}>
          {t("Keep, and go on to the next")}
        </button>
      )}
      <button type="button" class="button button--quiet" onClick={onClose}>
        {t("Cancel")}
      </button>
    </>
  );
  return (
    <Dialog title={t("Translate into {language}", { language: name })} onClose={onClose} onSubmit={() => keep(-1)} actions={actions} large>
      {row.state === "behind" ? (
        <Changed row={row} lang={page.boot.community.language} />
      ) : (
        <blockquote lang={page.boot.community.language} dir="auto">
          {row.original}
        </blockquote>
      )}
      <div lang={lang}>
        <WrittenField
          key={place}
          id="translation-words"
          label={t("In {language}", { language: name })}
          value={words}
          onInput={type}
          max={MAX_WORDS}
          rows={4}
          autofocus
        />
      </div>
    </Dialog>
  );
}
