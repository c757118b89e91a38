/** Knows first names. It is fetched with the first place to write; a card that is shared sooner waits for it. */

import type { NameHint } from "../../core/private/nameHint";
import type { Room } from "../../core/room/room";
import { lazy, loadOnce } from "../../core/ui/lazy";

/** So long a card waits; without a connection it goes on its way all the same. */
const MAX_WAIT_MS = 3_000;

const load = () => import("../../core/private/parts");

/** Points kindly at what may be private. */
export const PrivateHint = lazy(() => load().then((part) => part.PrivateHint));

type Find = (text: string, room: Room, place: string) => NameHint | null;
let find: Find | null = null;

export const loadHints = loadOnce(async () => {
  find = (await load()).namesIn;
});

/**
 * Whether there seems to be a child's name in a text, besides what was said to be fine in that place; undefined as
 * long as nobody can say.
 */
export function hintOf(text: string, room: Room, place: string): NameHint | null | undefined {
  return find ? find(text, room, place) : undefined;
}

/** Settles when names are known, or when it is no use waiting any more. */
export function hintsLoaded(): Promise<unknown> {
  return Promise.race([loadHints().catch(() => undefined), new Promise((done) => setTimeout(done, MAX_WAIT_MS))]);
}
