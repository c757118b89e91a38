/** One mark: the words, why they are hard, and what a person can do with it. Nothing happens by itself. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Live } from "../../core/live/contract";
import { newId } from "../../core/live/ids";
import { announce } from "../../core/ui/announce";
import { Icon } from "../../core/ui/icon";
import { toast } from "../../core/ui/toasts";
import { brief } from "./brief";
import type { Insertion, Mark } from "./checker";
import { alike } from "./checker";

/** Kinds of marks on words that somebody may not know. */
const UNKNOWN_WORDS = new Set(["jargon", "rare", "formal", "abbreviation"]);
const MAX_TERM_LENGTH = 60;
const MAX_WORDING_LENGTH = 1_000;

interface Props {
  live: Live;
  mark: Mark;
  /** The language of the words. */
  lang: string;
  /** Makes a change in the text; without it changes are advice. */
  use?: (change: Insertion) => void;
  /** Called when something was decided, so that the card can go. */
  done?: () => void;
  id?: string;
}

export function MarkCard({ live, mark, lang, use, done, id }: Props) {
  const ideas = use ? mark.proposals : [...mark.insertions.map((one) => one.text), ...mark.proposals];
  const fine = () => {
    const job = live.send("wording.accept", { wording: newId(), words: mark.text });
    void job.then(() => announce(t("It is not marked any more, for nobody in the group."))).catch(() => undefined);
    done?.();
  };
  return (
    <div class="mark stack stack--tight">
      <p class="mark__words" id={id} lang={lang} dir="auto">
        “{brief(mark.text)}”
      </p>
      <p>{mark.reason}</p>
      {ideas.length > 0 && (
        <p>
          {t("An idea; the sentence has to change with it:")} <span lang={lang}>{ideas.map((one) => `“${one}”`).join(", ")}</span>
        </p>
      )}
      {use && mark.insertions.map((one) => <Change key={one.text} change={one} lang={lang} use={use} />)}
      <div class="cluster cluster--tight">
        {mark.text.length <= MAX_WORDING_LENGTH && (
          <button type="button" class="button button--small button--quiet" onClick={fine}>
            <Icon name="check" /> {t("This is fine here")}
          </button>
        )}
        {UNKNOWN_WORDS.has(mark.kind) && mark.text.length <= MAX_TERM_LENGTH && <AskForWord live={live} word={mark.text} lang={lang} />}
      </div>
    </div>
  );
}

/** The whole new sentence, and the button that puts it there. */
export function Change({ change, lang, use }: { change: Insertion; lang: string; use: (change: Insertion) => void }) {
  return (
    <div class="mark__change stack stack--tight">
      <p lang={lang} dir="auto">
        <span class="visually-hidden">{t("The sentence becomes:")} </span>
        {change.before}
        <mark>{change.text}</mark>
        {change.after}
      </p>
      <div>
        <button type="button" class="button button--small" onClick={() => use(change)}>
          {t("Write instead")}: <span lang={lang}>“{brief(change.text)}”</span>
        </button>
      </div>
    </div>
  );
}

/** Sends a word to the word exchange, after a second press: everybody sees it there. */
function AskForWord({ live, word, lang }: { live: Live; word: string; lang: string }) {
  const [sure, setSure] = useState(false);
  const term = Object.values(live.state.value.collections.terms).find((one) => alike(one.word) === alike(word));
  if (term?.state === "settled") {
    return (
      <p class="small">
        {t("We agreed to say:")} <q lang={lang}>{term.plain}</q>
      </p>
    );
  }
  if (term) return <p class="small">{t("Somebody asked what it means. It is in the word exchange.")}</p>;
  const ask = () => {
    const job = live.send("term.ask", { term: newId(), word });
    void job.then(() => toast(t("“{word}” is in the word exchange now.", { word }))).catch(() => undefined);
  };
  if (!sure) {
    return (
      <button type="button" class="button button--small button--quiet" onClick={() => setSure(true)}>
        <Icon name="say" /> {t("Ask what it means")}
      </button>
    );
  }
  return (
    <div class="mark__sure cluster cluster--tight" role="group" aria-label={t("Ask what it means")}>
      <p class="small">{t("Everybody then sees this word in the word exchange.")}</p>
      <button ref={(button) => button?.focus()} type="button" class="button button--small button--primary" onClick={ask}>
        {t("Ask")}
      </button>
      <button type="button" class="button button--small" onClick={() => setSure(false)}>
        {t("Leave it")}
      </button>
    </div>
  );
}
