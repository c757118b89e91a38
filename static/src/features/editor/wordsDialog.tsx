/** The hard words of the text: which ones we settled, which are still open, and asking about another one. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { Icon } from "../../core/ui/icon";
import type { Term } from "../../generated/catalogue";
import { AskWord, OpenWords } from "../wordings";
import { blocksIn } from "./plain";
import type { TextTerms } from "./textTerms";
import type { VisionPage } from "./visionPage";

interface Props {
  page: VisionPage;
  terms: TextTerms | undefined;
  replace: (term: string) => void;
  close: () => void;
}

export function WordsDialog({ page, terms: found, replace, close }: Props) {
  const terms = Object.values(page.state.collections.terms).sort((a, b) => a.word.localeCompare(b.word));
  const settled = terms.filter((term) => term.state === "settled");
  const ids = page.sections.value.map((section) => section.id).join(" ");
  useEffect(() => found?.look(ids.split(" ").filter(Boolean)), [ids, found]);
  return (
    <Dialog title={t("Our words")} onClose={close} large>
      <Tap page={page} />
      <OpenWords state={page.state} />
      <section class="stack stack--tight" aria-labelledby="settled-words">
        <h3 class="label" id="settled-words">
          {t("So we say it")}
        </h3>
        {settled.length === 0 && <p class="soft">{t("No word is settled yet.")}</p>}
        <ul class="list">
          {settled.map((term) => (
            <SettledWord key={term.id} page={page} term={term} count={found?.counts.value.get(term.id) ?? 0} replace={replace} />
          ))}
        </ul>
      </section>
    </Dialog>
  );
}

interface WordProps {
  page: VisionPage;
  term: Term;
  /** How often it is still in the text. */
  count: number;
  replace: (term: string) => void;
}

function SettledWord({ page, term, count, replace }: WordProps) {
  const lang = page.boot.community.language;
  return (
    <li class="list__row">
      <span class="list__words">
        <strong lang={lang} dir="auto">
          {term.word}
        </strong>
        <span lang={lang} dir="auto">
          {" "}
          → {term.plain}
        </span>
        <span class="small soft our-words__still" data-still={count}>
          {count ? tn("Still once in our text.", "Still {n} times in our text.", count) : t("Not in our text any more.")}
        </span>
      </span>
      {count > 0 && (
        <button type="button" class="button button--small" onClick={() => replace(term.id)}>
          <Icon name="edit" /> {t("Replace…")}
          <span class="visually-hidden">: {term.word}</span>
        </button>
      )}
    </li>
  );
}

/** The sentences of one part, in which a person taps the word that is hard. */
function Tap({ page }: { page: VisionPage }) {
  const part = useSignal(page.current.peek() || (page.sections.peek()[0]?.id ?? ""));
  const text = page.texts.get(part.value);
  useEffect(() => (part.value ? page.texts.use(part.value) : undefined), [part.value]);
  const lang = page.boot.community.language;
  const sentences = text && text.stage.value !== "opening" ? sentencesIn(blocksIn(text.fragment), lang) : [];
  return (
    <details class="tap-text">
      <summary>
        <Icon name="say" /> {t("Tap a hard word")}
      </summary>
      <div class="stack stack--tight">
        <Field id="tap-part" label={t("In which part?")}>
          <select class="select" value={part.value} onChange={(event) => (part.value = event.currentTarget.value)}>
            {page.sections.value.map((section) => (
              <option key={section.id} value={section.id}>
                {section.heading}
              </option>
            ))}
          </select>
        </Field>
        {sentences.length === 0 && <p class="soft">{t("Nobody wrote in this part yet.")}</p>}
        <AskWord key={part.value} live={page.live} sentences={sentences.map((words, n) => ({ id: `${n}`, text: words, lang }))} />
      </div>
    </details>
  );
}

function sentencesIn(blocks: readonly string[], lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
  return blocks
    .flatMap((block) => [...segmenter.segment(block)].map((one) => one.segment.trim()))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}
