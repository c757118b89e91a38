/** What comes when somebody opens it. */
import { lazy } from "../../core/ui/lazy";

export const AskDialog = lazy(() => import("./dialogs").then((part) => part.AskDialog));
export const SourcesDialog = lazy(() => import("./dialogs").then((part) => part.SourcesDialog));
export const TextHint = lazy(() => import("../../core/private/parts").then((part) => part.TextHint));
