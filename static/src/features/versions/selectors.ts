/** Versions of the text: their order, and what they are called. */
import { t } from "../../core/i18n/strings";
import type { State } from "../../core/store/fold";
import type { Version } from "../../generated/catalogue";

/** What stands for the text as it is now. */
export const NOW = "";

/** All versions, from the first to the last. Those of an earlier release have no number: they came first. */
export function versionsOf(state: State): Version[] {
  return Object.values(state.collections.versions).sort(
    (a, b) => a.number - b.number || a.date.localeCompare(b.date) || a.label.localeCompare(b.label, undefined, { numeric: true }),
  );
}

/** What a version is called: the name that somebody gave it, its number, or why it was frozen. */
export function titleOf(state: State, version: Version): string {
  if (version.name) return version.name;
  if (version.label) return t("Version {label}", { label: version.label });
  const origin = version.origin ? state.collections.versions[version.origin] : undefined;
  switch (version.occasion) {
    case "meeting_opened":
      return t("When the meeting began");
    case "meeting_closed":
      return t("When the meeting ended");
    case "before_restore":
      return t("Before we went back");
    case "restored":
      return origin ? t("Back to: {title}", { title: titleOf(state, origin) }) : t("Back to an earlier text");
    default:
      return t("A version without a name");
  }
}
