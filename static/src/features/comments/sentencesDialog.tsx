/** The sentences of a part, for whoever cannot or does not want to tap in the text: first one of them, then what to say. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { sentencesOf } from "./onPage";
import { hardSentence, ownMark } from "./selectors";
import { WordsActions } from "./wordsBar";

export function SentencesDialog({ page, section, close }: { page: VisionPage; section: string; close: () => void }) {
  const chosen = useSignal<Anchor | null>(null);
  const lang = page.boot.community.language;
  const sentence = chosen.value;
  const go = (to: Anchor | null) => {
    chosen.value = to;
    focusSoon(to ? "dialog [data-do=unclear]" : "dialog [data-do=sentence]");
  };
  if (sentence) {
    return (
      <Dialog title={t("About this sentence")} onClose={close}>
        <div class="stack">
          <blockquote class="comment__words" lang={lang} dir="auto">
            {sentence.words}
          </blockquote>
          <WordsActions page={page} words={sentence} sentence={sentence} />
          <button type="button" class="button button--quiet" onClick={() => go(null)}>
            <Icon name="back" /> {t("Another sentence")}
          </button>
        </div>
      </Dialog>
    );
  }
  const sentences = sentencesOf(page, section);
  return (
    <Dialog title={t("Which sentence?")} onClose={close} large>
      {sentences.length === 0 && <p>{t("There is no text yet.")}</p>}
      <ul class="list">
        {sentences.map((one, n) => (
          <li key={`${n}:${one.words}`}>
            <button type="button" class="comment-sentences__one" data-do="sentence" onClick={() => go(one)}>
              <span lang={lang} dir="auto">
                {one.words}
              </span>
              <Count page={page} sentence={one} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Count({ page, sentence }: { page: VisionPage; sentence: Anchor }) {
  const count = hardSentence(page.state, sentence)?.count ?? 0;
  if (!count) return null;
  const own = ownMark(page.state, sentence, page.boot.me.member) !== undefined;
  return (
    <span class={`badge${own ? " badge--accent" : ""}`}>
      {tn("not clear to one person", "not clear to {n} people", count)}
      {own && ` · ${t("you too")}`}
    </span>
  );
}
