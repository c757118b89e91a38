/** What comes when somebody looks at the text. */
import { lazy } from "../../core/ui/lazy";

export const CommentsLayer = lazy(() => import("./layer").then((part) => part.CommentsLayer), true);
export const UnclearWhileRead = lazy(() => import("./unclear").then((part) => part.UnclearWhileRead), true);
