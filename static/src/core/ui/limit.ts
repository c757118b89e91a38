/** What is wrong with a text that somebody typed. Nothing is ever cut: people shorten their own words. */
import { t, tn } from "../i18n/strings";

/** The longest text that people write in one go: a card, a reason, an agreement. */
export const MAX_BODY_LENGTH = 800;
/** The longest text on one line: a heading, who pays. */
export const MAX_LINE_LENGTH = 200;
/** From how many letters before the end on the writer sees how many are left; of a short text, the last quarter. */
const NEAR_LENGTH = 150;

/** How many letters a text has, counted as the server counts them. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/**
 * What is wrong with a text, in words for its writer; empty when nothing is.
 *
 * @param needed whether the text may not stay empty
 */
export function problem(text: string, max: number, needed = false): string {
  const over = text.length > max ? lengthOf(text.trim()) - max : 0;
  if (over > 0) {
    return tn(
      "This is one letter too long. Make it shorter, or use two parts. Nothing is cut off.",
      "This is {n} letters too long. Make it shorter, or use two parts. Nothing is cut off.",
      over,
    );
  }
  return needed && !text.trim() ? t("Write something first.") : "";
}

/** How many letters still fit, or null while there is plenty of room. */
export function lettersLeft(text: string, max: number): number | null {
  if (text.length <= max - Math.min(NEAR_LENGTH, max / 4)) return null;
  return max - lengthOf(text);
}
