/** The group's own sentences, in which a person taps the word to ask about. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import type { Card } from "../../generated/catalogue";
import { cardsOn } from "../cards";
import { termsOf } from "./selectors";

const SHOWN_AT_FIRST = 6;

interface Props {
  /** What is in the field now: the words that were tapped. */
  chosen: string;
  choose: (words: string) => void;
}

/** A word without the signs around it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

export function TapWord({ chosen, choose }: Props) {
  const room = useRoom();
  const opened = useSignal<string | null>(null);
  const all = useSignal(false);
  const { shows, earlier } = room.step;
  // Where sentences for the text are written, people get tips; these are the sentences that others must understand.
  const boards = new Set([...shows, ...earlier, ...room.agenda.steps.filter((step) => step.tips).map((step) => step.id)]);
  const sentences = cardsOn(room.state, [...boards], [], room.me).filter((card) => !card.hidden && card.text !== "");
  if (!sentences.length) return null;
  const card = sentences.find((one) => one.id === opened.value);
  if (card) return <Words card={card} chosen={chosen} choose={choose} back={() => (opened.value = null)} />;
  const shown = all.value ? sentences : sentences.slice(0, SHOWN_AT_FIRST);
  const open = (id: string) => {
    opened.value = id;
    choose("");
    focusSoon(".tap-word__words button");
  };
  return (
    <section class="sheet stack stack--tight" aria-labelledby="tap-word">
      <h2 class="label" id="tap-word">
        {t("Or tap a word in our own sentences")}
      </h2>
      <p class="hint">{t("Tap a sentence, then the word that you want to ask about.")}</p>
      <ul class="list">
        {shown.map((one) => (
          <li key={one.id}>
            <button type="button" class="tap-word__sentence" dir="auto" lang={one.lang} onClick={() => open(one.id)}>
              {one.text}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <button type="button" class="button button--quiet" onClick={() => (all.value = true)}>
          {t("Show all")}
        </button>
      )}
    </section>
  );
}

interface WordsProps extends Props {
  card: Card;
  back: () => void;
}

/** One sentence, every word a button; several words that stand together may be chosen. */
function Words({ card, chosen, choose, back }: WordsProps) {
  const room = useRoom();
  const picked = useSignal<readonly number[]>([]);
  const asked = new Set(termsOf(room.state).map((term) => term.word.toLowerCase()));
  const words = card.text.split(/\s+/).filter(Boolean);
  const press = (n: number) => {
    const before = chosen ? picked.value : [];
    const next = before.includes(n) ? before.filter((one) => one !== n) : [...before, n].sort((a, b) => a - b);
    // Only what stands together is one term.
    const together = next.every((one, at) => at === 0 || one === (next[at - 1] ?? 0) + 1) ? next : [n];
    picked.value = together;
    choose(bare(together.map((one) => words[one]).join(" ")));
  };
  return (
    <section class="sheet stack stack--tight" aria-labelledby="tap-word">
      <div class="cluster cluster--spread">
        <h2 class="label" id="tap-word">
          {t("Which word in this sentence is hard?")}
        </h2>
        <button type="button" class="button button--quiet" onClick={back}>
          <Icon name="back" /> {t("Another sentence")}
        </button>
      </div>
      <p class="tap-word__words" dir="auto" lang={card.lang}>
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
    </section>
  );
}
