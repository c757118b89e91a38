/** What comes when somebody opens it. */
import { lazy } from "../../core/ui/lazy";

export const SourcesDialog = lazy(() => import("./sources").then((part) => part.SourcesDialog));
