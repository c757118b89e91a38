/** Sentences in which a person taps a word: first the sentence, then the word in it. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";

const SHOWN_AT_FIRST = 6;

export interface Spoken {
  id: string;
  text: string;
  lang: string;
}

interface Props {
  sentences: readonly Spoken[];
  /** The words that were tapped. */
  chosen: string;
  choose: (words: string) => void;
  /** Words that somebody asked about already, in small letters. */
  asked: ReadonlySet<string>;
}

/** A word without the signs around it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

export function PickWord({ sentences, chosen, choose, asked }: Props) {
  const opened = useSignal<string | null>(sentences.length === 1 ? (sentences[0]?.id ?? null) : null);
  const all = useSignal(false);
  const one = sentences.find((sentence) => sentence.id === opened.value);
  const back = sentences.length > 1 ? () => (opened.value = null) : undefined;
  if (one) return <Words sentence={one} chosen={chosen} choose={choose} asked={asked} back={back} />;
  const shown = all.value ? sentences : sentences.slice(0, SHOWN_AT_FIRST);
  const open = (id: string) => {
    opened.value = id;
    choose("");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".tap-word__words button")?.focus());
  };
  return (
    <>
      <p class="hint">{t("Tap a sentence, then the word that you want to ask about.")}</p>
      <ul class="list">
        {shown.map((sentence) => (
          <li key={sentence.id}>
            <button type="button" class="tap-word__sentence" dir="auto" lang={sentence.lang} onClick={() => open(sentence.id)}>
              {sentence.text}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <button type="button" class="button button--quiet" onClick={() => (all.value = true)}>
          {t("Show all")}
        </button>
      )}
    </>
  );
}

interface WordsProps {
  sentence: Spoken;
  chosen: string;
  choose: (words: string) => void;
  asked: ReadonlySet<string>;
  back: (() => void) | undefined;
}

/** One sentence, every word a button; several words that stand together may be chosen. */
function Words({ sentence, chosen, choose, asked, back }: WordsProps) {
  const picked = useSignal<readonly number[]>([]);
  const words = sentence.text.split(/\s+/).filter(Boolean);
  const press = (n: number) => {
    const before = chosen ? picked.value : [];
    const next = before.includes(n) ? before.filter((one) => one !== n) : [...before, n].sort((a, b) => a - b);
    // Only what stands together is one term.
    const together = next.every((one, at) => at === 0 || one === (next[at - 1] ?? 0) + 1) ? next : [n];
    picked.value = together;
    choose(bare(together.map((one) => words[one]).join(" ")));
  };
  return (
    <>
      <div class="cluster cluster--spread">
        <p class="label">{t("Which word in this sentence is hard?")}</p>
        {back && (
          <button type="button" class="button button--quiet" onClick={back}>
            <Icon name="back" /> {t("Another sentence")}
          </button>
        )}
      </div>
      <p class="tap-word__words" dir="auto" lang={sentence.lang}>
        {words.map((word, n) => (
          <button
            key={n}
            type="button"
            class={`tap-word__word${asked.has(bare(word).toLowerCase()) ? " is-asked" : ""}`}
            aria-pressed={chosen !== "" && picked.value.includes(n)}
            disabled={!bare(word)}
            onClick={() => press(n)}
          >
            {word}
          </button>
        ))}
      </p>
    </>
  );
}
