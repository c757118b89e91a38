/** What is shown of translations, fetched together. */
export { LanguageBar } from "./languageBar";
export { Translated } from "./translated";
