/** Hard words outside the word exchange: asking what one means, and those that are not settled yet. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import type { Live } from "../../core/live/contract";
import { newId } from "../../core/live/ids";
import type { State } from "../../core/store/fold";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import type { Term } from "../../generated/catalogue";
import type { Spoken } from "./pickWord";
import { PickWord } from "./pickWord";

export { PickWord };

const MAX_TERM_LENGTH = 60;

/** The words of the word exchange. */
function termsOf(state: State): Term[] {
  return Object.values(state.collections.terms).sort((a, b) => a.word.localeCompare(b.word));
}

interface Props {
  live: Pick<Live, "send" | "state">;
  sentences: readonly Spoken[];
}

/** The sentences, and what becomes of the word that was tapped. */
export function AskWord({ live, sentences }: Props) {
  const chosen = useSignal("");
  const word = chosen.value;
  const terms = termsOf(live.state.value);
  const known = terms.find((term) => term.word.toLowerCase() === word.toLowerCase());
  const ask = () => {
    const job = live.send("term.ask", { term: newId(), word });
    void job.then(() => toast(t("“{word}” is in the word exchange now.", { word }))).catch(() => undefined);
    chosen.value = "";
  };
  if (!sentences.length) return null;
  return (
    <div class="stack stack--tight">
      <PickWord
        sentences={sentences}
        chosen={word}
        choose={(words) => (chosen.value = words)}
        asked={new Set(terms.map((term) => term.word.toLowerCase()))}
      />
      <div role="status">
        {known?.state === "settled" && (
          <p>
            {t("We agreed to say:")} <q dir="auto">{known.plain}</q>
          </p>
        )}
        {known && known.state !== "settled" && <p>{t("Somebody asked what it means. It is in the word exchange.")}</p>}
        {word.length > MAX_TERM_LENGTH && <p>{t("Choose fewer words.")}</p>}
      </div>
      {word && !known && word.length <= MAX_TERM_LENGTH && (
        <div>
          <button type="button" class="button button--primary" onClick={ask}>
            <Icon name="say" /> {t("Ask what “{word}” means", { word })}
          </button>
        </div>
      )}
    </div>
  );
}

/** The words that are not settled yet: listed before the group agrees on a text. */
export function OpenWords({ state }: { state: State }) {
  const open = termsOf(state).filter((term) => term.state !== "settled");
  if (!open.length) return null;
  const states = { asked: t("asked"), explained: t("explained"), said: t("in own words"), settled: t("agreed") };
  return (
    <Notice kind="warn" title={tn("One word is not settled yet", "{n} words are not settled yet", open.length)}>
      <ul class="open-words">
        {open.map((term) => (
          <li key={term.id}>
            <bdi>{term.word}</bdi> <span class="small soft">({states[term.state]})</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
