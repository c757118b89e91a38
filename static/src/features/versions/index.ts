/** Versions of the text: what other features may use. The dialog comes when it is opened. */
import { lazy } from "../../core/ui/lazy";

export const VersionsDialog = lazy(() => import("./dialog").then((part) => part.VersionsDialog), true);
