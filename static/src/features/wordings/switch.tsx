/** Everybody decides for their own screen whether hard words are marked. */
import { t } from "../../core/i18n/strings";
import { plainWords, wantPlainWords } from "./preference";

export function PlainSwitch() {
  return (
    <label class="check">
      <input type="checkbox" checked={plainWords.value} onChange={(event) => wantPlainWords(event.currentTarget.checked)} />
      <span>{t("Show me what may be hard to read (only on this device)")}</span>
    </label>
  );
}
