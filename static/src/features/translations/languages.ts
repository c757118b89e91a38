/** Languages that a text is translated into. */

import { LANGUAGES } from "../../generated/catalogue";
import type { VisionPage } from "../editor";

/** A language's own name, and the way it runs. */
export function languageOf(code: string): { name: string; dir: "rtl" | "ltr" } {
  const found = LANGUAGES.find((one) => one.code === code);
  return { name: found?.name ?? code, dir: found?.rtl ? "rtl" : "ltr" };
}

/** The languages into which something was translated. */
export function translatedInto(page: VisionPage): ReadonlySet<string> {
  const some = Object.values(page.state.collections.translations).filter((one) => one.paragraphs > 0);
  return new Set(some.map((one) => one.lang));
}

/** The language that is offered first: this person's own, or else one that is there. */
export function firstLanguage(page: VisionPage): string {
  const { language, community } = page.boot;
  const there = translatedInto(page);
  if (there.has(language)) return language;
  const [first] = there;
  const other = LANGUAGES.find(({ code }) => code !== community.language)?.code ?? "";
  return first ?? (language === community.language ? other : language);
}
