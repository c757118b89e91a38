/** What comes when somebody opens it. */
import { lazy } from "../../core/ui/lazy";

export const PlainDialog = lazy(() => import("./plainPanel").then((part) => part.PlainDialog));
