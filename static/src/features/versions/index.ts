/** Versions of the text: what other features may use. The dialog comes when it is opened. */
import { lazy } from "../../core/ui/lazy";

export type { ReadSection } from "./answers";
export { readVersion } from "./answers";
export const VersionsDialog = lazy(() => import("./dialog").then((part) => part.VersionsDialog), true);
