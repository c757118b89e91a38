/** How a comment or a proposal ended. */
import { t } from "../../core/i18n/strings";
import type { Comment } from "../../generated/catalogue";

/** How it ended, in words. */
export function outcomeOf(comment: Comment): string {
  if (comment.state === "taken") return t("Taken: these words are in the text.");
  if (comment.state === "declined") return comment.proposal === null ? t("Put aside.") : t("Not taken.");
  return t("Done.");
}
