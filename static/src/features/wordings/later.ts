/** What comes when somebody looks at a mark. */
import { lazy } from "../../core/ui/lazy";

export const MarkCard = lazy(() => import("./markCard").then((part) => part.MarkCard));
export const Tips = lazy(() => import("./tips").then((part) => part.Tips));
