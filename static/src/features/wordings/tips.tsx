/** Tips for plain words under a field in which somebody writes: a short line that unfolds. */
import { useEffect, useMemo } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Live } from "../../core/live/contract";
import type { Mark } from "./checker";
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
  const marks = on ? (checker.look(text)?.marks ?? []) : [];
  if (!text.trim() || (on && !marks.length)) return null;
  const use = (mark: Mark, proposal: string) => put(text.slice(0, mark.start) + proposal + text.slice(mark.end));
  return (
    <details class="tips">
      <summary>{on ? tn("One tip for plain words", "{n} tips for plain words", marks.length) : t("Tips for plain words")}</summary>
      {marks.length > 0 && (
        <ul class="list">
          {marks.map((mark) => (
            <li key={`${mark.key}:${mark.start}`} class="list__row stack">
              <MarkCard live={live} mark={mark} lang={lang} use={(proposal) => use(mark, proposal)} />
            </li>
          ))}
        </ul>
      )}
      <PlainSwitch />
    </details>
  );
}
