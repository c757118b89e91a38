/** The dots that this person gave, or gives in the name of somebody without a phone. */
import type { Room } from "../../core/room/room";
import type { Dot } from "../../generated/catalogue";
import { dotsOf } from "./selectors";

export function given(room: Room, board: string): Dot[] {
  return dotsOf(room.state, board, room.live.pending.value, room.me, room.asMember.value);
}
