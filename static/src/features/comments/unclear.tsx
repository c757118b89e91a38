/** "I do not get this": one tap for a sentence. Only the total is shown, and it can be taken back. */
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Sentence } from "../../core/text/sentences";
import { announce } from "../../core/ui/announce";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { anchorOfSentence } from "./onPage";
import { ownMark } from "./selectors";

export function UnclearButton({ page, sentence, className = "button" }: { page: VisionPage; sentence: Anchor; className?: string }) {
  const mark = ownMark(page.state, sentence, page.boot.me.member);
  const press = () => {
    const said = mark
      ? page.live.send("unclear.remove", { unclear: mark.id })
      : page.live.send("unclear.add", { ...sentence, unclear: newId() });
    void said.then(() => announce(mark ? t("You took it back.") : t("Noted. Nobody sees that it is you."))).catch(() => undefined);
  };
  return (
    <button type="button" class={className} data-do="unclear" aria-pressed={mark !== undefined} onClick={press}>
      <Icon name={mark ? "check" : "help"} /> {t("I do not get this")}
    </button>
  );
}

/** The same for the sentence that is read aloud. */
export function UnclearWhileRead({ page, sentence }: { page: VisionPage; sentence: Sentence }) {
  const anchor = anchorOfSentence(page, sentence);
  return anchor && <UnclearButton page={page} sentence={anchor} />;
}
