/**
 * The texts that a person sees, in that person's language.
 *
 * `strings.<language>.js` is loaded before any module and sets `MINIDORP_STRINGS`: the English text
 * of the source -> the translated one, or all forms of a plural; and `MINIDORP_PLURAL`: which of those
 * forms a number takes. A text that is missing there is shown in English.
 */
export type Params = Readonly<Record<string, string | number>>;

declare global {
  var MINIDORP_STRINGS: Readonly<Record<string, string | readonly string[]>> | undefined;
  var MINIDORP_PLURAL: ((n: number) => number) | undefined;
}

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
function fill(text: string, params?: Params): string {
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

/** The text `msgid` in the person's language. */
export function t(msgid: string, params?: Params): string {
  const found = globalThis.MINIDORP_STRINGS?.[msgid];
  return fill(typeof found === "string" ? found : msgid, params);
}

/** The text for `n` things, in the form that the person's language has for that number; `{n}` is filled in. */
export function tn(one: string, many: string, n: number, params?: Params): string {
  const found = globalThis.MINIDORP_STRINGS?.[one];
  const form = Array.isArray(found) ? (found as readonly string[])[globalThis.MINIDORP_PLURAL?.(n) ?? (n === 1 ? 0 : 1)] : undefined;
  return fill(form ?? (n === 1 ? one : many), { n, ...params });
}

/** A day in the person's language. */
export function day(date: string, language: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(
    new Date(year, month - 1, dayOfMonth),
  );
}
