/** What comes when somebody looks at the text. */
import type { Room } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

export const CommentsLayer = lazy(() => import("./layer").then((part) => part.CommentsLayer), true);
export const UnclearWhileRead = lazy(() => import("./unclear").then((part) => part.UnclearWhileRead), true);

/** From now on this person is told at every step what came of what they said about the text. */
export function tellElsewhere(room: Room): void {
  void import("./elsewhere").then((part) => part.tell(room)).catch(() => undefined);
}
