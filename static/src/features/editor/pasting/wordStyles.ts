/** What Word says in styles that no browser knows: "mso-list:l0 level1 lfo1" and "@list l0:level1 {…}". */
import { STYLE } from "./inert";

/** The declarations of an element's style attribute, also those that browsers drop. */
export function stylesOf(element: Element): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of (element.getAttribute(STYLE) ?? "").split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) found.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
  }
  return found;
}

/** Which list of Word's a paragraph is in; the level counts from 1. */
export interface WordItem {
  list: string;
  level: number;
}

/** What "mso-list" says; null when there is none, or when it says that there is none. */
export function wordItem(styles: ReadonlyMap<string, string>): WordItem | null {
  const said = styles.get("mso-list");
  if (said === undefined || /^(none|skip|ignore)\b/i.test(said)) return null;
  const list = /\bl(\d+)\b/i.exec(said)?.[1];
  const level = /\blevel(\d+)\b/i.exec(said)?.[1];
  return list && level ? { list: `word-${list}`, level: Number(level) } : { list: "word", level: 1 };
}

/** The kinds of numbers (or "bullet") of Word's lists: "word-0:1" -> "alpha-lower". */
export type Formats = ReadonlyMap<string, string>;

const RULE = /@list\s+l(\d+):level(\d+)[^{]{0,80}\{([^}]*)\}/gi;
const FORMAT = /mso-level-number-format:\s*([\w-]+)/i;

/** Reads the formats of all lists from style sheets. */
export function formatsIn(sheets: string): Formats {
  const found = new Map<string, string>();
  for (const [, list = "", level = "", rules = ""] of sheets.matchAll(RULE)) {
    const key = `word-${list}:${level}`;
    if (!found.has(key)) found.set(key, FORMAT.exec(rules)?.[1]?.toLowerCase() ?? "decimal");
  }
  return found;
}

const NUMBERED_MARKER = /^\(?(?:\d+\.)*(?:\d+|[a-z]|[ivxlcdm]+)[.):]?\)?$/i;

/** Whether a list counts: by its format, or else by the sign or number before the item. */
export function counts(format: string | undefined, marker: string): boolean {
  if (format !== undefined) return format !== "bullet" && format !== "image";
  return marker === "" || (marker !== "o" && NUMBERED_MARKER.test(marker));
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The number that a marker says: "3." and "1.3" and "c)" and "iii." are 3. Null when it says none. */
export function numberOf(marker: string, format = "decimal"): number | null {
  const digits = /(\d{1,4})\D*$/.exec(marker)?.[1];
  if (digits) return Number(digits);
  const letters = /[a-z]+/i.exec(marker)?.[0].toLowerCase() ?? "";
  if (format.startsWith("alpha") && letters.length === 1) return letters.charCodeAt(0) - 96;
  if (!format.startsWith("roman")) return null;
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, n) => sum + (value < (values[n + 1] ?? 0) ? -value : value), 0) || null;
}

const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pc: 16 };

/** A length in pixels; null for what is none, and for what depends on something else. */
export function pixels(length: string | undefined): number | null {
  const found = /^(-?\d*\.?\d+)(px|pt|in|cm|mm|pc)?$/i.exec(length ?? "");
  if (!found) return null;
  const [, number, unit] = found;
  if (!unit && Number(number) !== 0) return null;
  return Math.round(Number(number) * (PIXELS[unit?.toLowerCase() ?? "px"] ?? 1) * 10) / 10;
}

/** The left margin in pixels, from "margin-left" or "margin". */
export function leftMargin(styles: ReadonlyMap<string, string>): number | null {
  const own = pixels(styles.get("margin-left"));
  if (own !== null) return own;
  const sides = styles.get("margin")?.split(/\s+/u) ?? [];
  return pixels(sides[3] ?? sides[1] ?? sides[0]);
}
