/** Tips for plain words under a field in which somebody writes: a short line that unfolds. */
import { useEffect, useMemo } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Live } from "../../core/live/contract";
import { brief } from "./brief";
import type { Insertion, Mark, Sentence } from "./checker";
import { Checker } from "./checker";
import { MarkCard } from "./markCard";
import { plainWords } from "./preference";
import { PlainSwitch } from "./switch";

interface Props {
  live: Live;
  lang: string;
  text: string;
  /** Puts another text in the field. */
  put: (text: string) => void;
}

const PLACE = "field";

export function Tips({ live, lang, text, put }: Props) {
  const checker = useMemo(() => new Checker(live, lang), [live, lang]);
  useEffect(() => () => checker.close(), [checker]);
  const on = plainWords.value;
  useEffect(() => {
    if (on) checker.put(PLACE, [text]);
    else checker.drop(PLACE);
  }, [checker, text, on]);
  void checker.revision.value;
  const check = on ? checker.look(text) : undefined;
  const marks = check?.marks ?? [];
  if (!text.trim() || (on && !marks.length)) return null;
  const use = (change: Insertion) => put(text.slice(0, change.start) + change.text + text.slice(change.end));
  return (
    <details class="tips">
      <summary>{on ? tn("One tip for plain words", "{n} tips for plain words", marks.length) : t("Tips for plain words")}</summary>
      {marks.length > 0 && (
        <ul class="list">
          {marks.map((mark) => (
            <li key={`${mark.key}:${mark.start}`} class="list__row stack">
              <InSentence text={text} mark={mark} sentences={check?.sentences ?? []} lang={lang} />
              <MarkCard live={live} mark={mark} lang={lang} use={use} />
            </li>
          ))}
        </ul>
      )}
      <PlainSwitch />
    </details>
  );
}

interface InSentenceProps {
  text: string;
  mark: Mark;
  sentences: readonly Sentence[];
  lang: string;
}

/** The sentence that a tip is about, with the words in it; left out where the words are the whole sentence. */
function InSentence({ text, mark, sentences, lang }: InSentenceProps) {
  const sentence = sentences.find((one) => one.start <= mark.start && mark.start < one.end);
  const start = Math.min(sentence?.start ?? 0, mark.start);
  const end = Math.max(sentence?.end ?? text.length, mark.end);
  const before = text.slice(start, mark.start);
  const after = text.slice(mark.end, end);
  if (!before.trim() && !/[\p{L}\p{N}]/u.test(after) && brief(mark.text) === mark.text) return null;
  return (
    <p class="tips__sentence" lang={lang} dir="auto">
      <span class="visually-hidden">{t("In this sentence:")} </span>
      {before}
      <mark>{text.slice(mark.start, mark.end)}</mark>
      {after}
    </p>
  );
}
