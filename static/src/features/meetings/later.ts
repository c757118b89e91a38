/** What comes when the group is there: a break, looking back; and today's road in the drawer. */
import { lazy } from "../../core/ui/lazy";

export const ItemScreen = lazy(() => import("./between").then((part) => part.ItemScreen));
export const Road = lazy(() => import("./road").then((part) => part.Road));
