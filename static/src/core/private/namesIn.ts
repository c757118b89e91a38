/** The names of children in a text that is being written, besides those that may stand there. */
import type { Room } from "../room/room";
import { fineIn } from "./fine";
import type { NameHint } from "./nameHint";
import { nameHint } from "./nameHint";

/** Looks for a child's name in what is written in a place. Null when there is probably none. */
export function namesIn(text: string, room: Room, place: string): NameHint | null {
  return nameHint(text, fineIn(room, place));
}
