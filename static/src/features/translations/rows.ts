/** The paragraphs of a part as they are now, each beside its translation. The server finds which belongs to which. */
import { useEffect, useReducer, useState } from "preact/hooks";
import type { Live } from "../../core/live/connection";
import type { Section } from "../../generated/catalogue";
import type { SectionText, VisionPage } from "../editor";

/** Words, and whether the other side has them too. */
export type Piece = [words: string, same: boolean];

export interface Row {
  kind: "title" | "paragraph" | "heading" | "item" | "quote";
  original: string;
  state: "kept" | "behind" | "missing";
  words: string;
  was: string;
  old: Piece[];
  new: Piece[];
}

/** While somebody types on, the rows are asked for once, at the end. */
const ASK_DELAY_MS = 1_500;
let last: Promise<unknown> = Promise.resolve();

/** One part after the other: a long text does not ask for all at once. */
function ask(live: Live, section: string, lang: string): Promise<Row[]> {
  const answer = last.then(() => live.send("translation.read", { section, lang }, { quiet: true }));
  last = answer.catch(() => undefined);
  return answer.then((found) => found["rows"] as Row[]);
}

export function useRows(page: VisionPage, section: Section, text: SectionText, lang: string) {
  const [rows, setRows] = useState<Row[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, again] = useReducer((n: number) => n + 1, 0);
  const rev = page.state.collections.translations[`${section.id}.${lang}`]?.rev ?? 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => again(undefined), ASK_DELAY_MS);
    };
    text.fragment.observeDeep(later);
    return () => {
      clearTimeout(timer);
      text.fragment.unobserveDeep(later);
    };
  }, [text]);
  useEffect(() => {
    let wanted = true;
    ask(page.live, section.id, lang).then(
      (found) => {
        if (!wanted) return;
        setRows(found);
        setFailed(false);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [section.id, section.heading, lang, rev, turn]);
  return { rows, failed, again: () => again(undefined) };
}
