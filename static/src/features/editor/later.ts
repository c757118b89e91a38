/** What comes when somebody opens it. */
import { lazy } from "../../core/ui/lazy";

export const MarkPopover = lazy(() => import("./markPopover").then((part) => part.MarkPopover));
export const PlainDialog = lazy(() => import("./plainPanel").then((part) => part.PlainDialog));
