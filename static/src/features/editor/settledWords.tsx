/** The settled words of a page, with all that can be done with them. */
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { ReplaceDialog } from "./replaceDialog";
import { termForms } from "./termForms";
import { TermPopover } from "./termPopover";
import { termWords } from "./termWords";
import { TextTerms } from "./textTerms";
import type { VisionPage } from "./visionPage";
import { WordsDialog } from "./wordsDialog";

const found = signal<ReadonlyMap<VisionPage, TextTerms>>(new Map());

/** Finds the settled words of a page, and has them drawn. */
export function findSettled(page: VisionPage): void {
  const terms = new TextTerms(termForms(page.live), page.texts);
  found.value = new Map(found.peek()).set(page, terms);
  page.words.value = termWords(terms.finder, (shown) => {
    terms.shown.value = shown;
  });
}

interface Props {
  page: VisionPage;
  /** Whether the list of words is open. */
  list: boolean;
  close: () => void;
}

/** What is open of the words: the card of one, the list, the sentences in which one is replaced. */
export function SettledWords({ page, list, close }: Props) {
  const [replaced, setReplaced] = useState<string | null>(null);
  const terms = found.value.get(page);
  const replace = (term: string) => {
    close();
    setReplaced(term);
  };
  return (
    <>
      {terms && <TermPopover page={page} terms={terms} replace={replace} />}
      {list && <WordsDialog page={page} terms={terms} replace={replace} close={close} />}
      {terms && replaced && <ReplaceDialog page={page} terms={terms} term={replaced} close={() => setReplaced(null)} />}
    </>
  );
}
