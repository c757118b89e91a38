/** Translations of the text: what other features may use. What is shown of them comes when somebody asks for it. */
import { lazy } from "../../core/ui/lazy";

export { otherLanguage, readingOf } from "./reading";
export const LanguageBar = lazy(() => import("./parts").then((part) => part.LanguageBar), true);
export const Translated = lazy(() => import("./parts").then((part) => part.Translated), true);
