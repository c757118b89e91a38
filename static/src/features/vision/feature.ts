/** The shared text, in the room. Its editor is large: it comes when somebody looks at it, or when the group writes. */
import { effect } from "@preact/signals";
import type { Feature, Room } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import { hasUnsentText } from "../../core/store/device";
import { lazy, whenCalm } from "../../core/ui/lazy";
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
  // From the step on in which sentences go into the text, whoever loses the connection has the editor already.
  effect(() => {
    const writes = room.agenda.drafting(communityOf(room.state)?.visited ?? []);
    if (!writes) return;
    whenCalm(() => {
      void load()
        .then((part) => part.tellElsewhere(room))
        .catch(() => undefined);
    });
  });
}

export const vision: Feature = {
  screens: { vision: lazy(() => load().then((part) => part.Vision), true) },
  wide: ["vision"],
  start,
};
