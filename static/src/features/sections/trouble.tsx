/** Words that are not saved: they stay on the screen with the reason, and nothing throws them away unasked. */
import { t } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import { SecondPress } from "../../core/ui/secondPress";
import type { SectionText, VisionPage } from "../editor";

export function Trouble({ page, text }: { page: VisionPage; text: SectionText }) {
  if (text.stage.value !== "stuck") return null;
  return (
    <Notice kind="error" role="alert" title={t("Your last words here are not saved yet.")}>
      <p>{text.problem.value}</p>
      <p>{t("They stay here and are tried again by themselves.")}</p>
      <div class="cluster">
        <button type="button" class="button button--primary" onClick={() => text.tryAgain()}>
          {t("Try again")}
        </button>
        <button type="button" class="button" onClick={() => page.texts.restart(text.section)}>
          {t("Put my words aside and read this part again")}
        </button>
      </div>
    </Notice>
  );
}

/** What was put aside: to copy, and to throw away when it is no longer needed. */
export function Aside({ page, section }: { page: VisionPage; section: string }) {
  const words = page.texts.aside.all.value.get(section);
  if (!words) return null;
  const copy = () => {
    void navigator.clipboard.writeText(words).then(
      () => announce(t("Copied.")),
      () => undefined, // the words can be chosen and copied by hand
    );
  };
  return (
    <Notice kind="warn" title={t("Your words that were not saved")}>
      <p>{t("They are kept on this device. Copy what you need.")}</p>
      <textarea class="input" readOnly rows={6} value={words} aria-label={t("Your words that were not saved")} />
      <div class="cluster">
        <button type="button" class="button" onClick={copy}>
          <Icon name="copy" /> {t("Copy")}
        </button>
        <SecondPress
          warning={t("These words are then gone.")}
          sure={t("Yes, throw away")}
          run={() => page.texts.aside.drop(section)}
          buttonClass="button button--quiet"
        >
          {t("Throw away")}
        </SecondPress>
      </div>
    </Notice>
  );
}
