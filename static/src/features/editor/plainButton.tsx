/** Opens the list of what is hard to read. */
import { t, tn } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import { plainWords } from "../wordings";
import type { VisionPage } from "./visionPage";

/** How many places are marked in the parts that are open. */
export function PlainButton({ page, className, show }: { page: VisionPage; className: string; show: () => void }) {
  const on = plainWords.value;
  const count = page.sections.value.reduce((sum, section) => sum + page.plain.marks(section.id).length, 0);
  return (
    <button type="button" class={className} aria-haspopup="dialog" onClick={show}>
      <Icon name="say" /> <span>{t("Plain words")}</span>
      {on && count > 0 && (
        <span class="plain-button__count">
          {count}
          <span class="visually-hidden"> {tn("place that may be hard to read", "places that may be hard to read", count)}</span>
        </span>
      )}
    </button>
  );
}
