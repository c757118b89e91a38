/** Asked once before a card is shared in which a child's name seems to be. */
import { t } from "../i18n/strings";
import { Notice } from "../ui/notice";
import type { NameHint } from "./nameHint";

export interface Question {
  hint: NameHint;
  text: string;
  share: (text: string, checked: boolean) => void;
  onClose: () => void;
}

export function NameQuestion({ hint, text, share, onClose }: Question) {
  return (
    <Notice
      kind="warm"
      role="group"
      label={t("Before you share")}
      layout="stack stack--tight"
      title={t("Is {name} the name of a child?", { name: hint.names.join(", ") })}
    >
      <p>{t("Without the name, nobody can tell who it is about:")}</p>
      <p dir="auto">
        <q>{hint.proposal}</q>
      </p>
      <div class="cluster cluster--tight">
        <button type="button" class="button button--primary" onClick={() => share(hint.proposal, true)}>
          {t("Share without the name")}
        </button>
        <button type="button" class="button" onClick={() => share(text, true)}>
          {t("Share as it is")}
        </button>
        <button type="button" class="button button--quiet" onClick={onClose}>
          {t("Write on")}
        </button>
      </div>
    </Notice>
  );
}
