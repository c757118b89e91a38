/** The page of the guide that stands beside the board. */
import { lazy } from "../../core/ui/lazy";

export const Help = lazy(() => import("./help").then((part) => part.Help));
