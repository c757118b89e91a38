/** The shared text, in the room. Its editor is large: it comes when somebody looks at it, or when the page is calm. */
import type { Feature, Room } from "../../core/room/room";
import { hasUnsentText } from "../../core/store/device";
import { lazy } from "../../core/ui/lazy";
import { followAddress } from "./address";

const load = () => import("./screen");

function start(room: Room): void {
  followAddress(room);
  const { community, me, look } = room.boot;
  const early = hasUnsentText(community.id, me.member) || look === "vision";
  // What an earlier page left unsent goes out now, whatever this person looks at.
  // Whoever looks at the text is told when it does not come; see `lazy`.
  if (early)
    void load()
      .then((part) => part.pageOf(room))
      .catch(() => undefined);
}

export const vision: Feature = {
  screens: { vision: lazy(() => load().then((part) => part.Vision)) },
  wide: ["vision"],
  start,
};
