/**
 * What people said may stand in a text, though it looks private. Of a section and of a card that is on a board
 * everybody knows it; of a card that is being written only this device does.
 */
import { signal } from "@preact/signals";
import { newId } from "../live/ids";
import type { Room } from "../room/room";
import { keepOnDevice, keptOnDevice } from "../store/device";
import type { State } from "../store/fold";

/** Grows with what is said on this device. */
const said = signal(0);

function keyOf(room: Room, place: string): string {
  return `minidorp:fine:${room.boot.community.id}:${place}`;
}

/** The fingerprints of words that may stand in a place: a section, a card, or where a card is written. */
export function fineIn(room: Room, place: string): ReadonlySet<string> {
  void said.value;
  const shared = Object.values(room.state.collections.accepted).filter((one) => one.stands_in === place);
  const own = keptOnDevice(keyOf(room, place))?.split(" ") ?? [];
  return new Set([...shared.map((one) => one.fingerprint), ...own]);
}

/** Somebody says that these words may stand there. */
export function sayFine(room: Room, place: string, fingerprint: string): void {
  const own = keptOnDevice(keyOf(room, place))?.split(" ") ?? [];
  keepOnDevice(keyOf(room, place), [...new Set([...own, fingerprint])].join(" "));
  said.value += 1;
  const { sections, cards, agreements } = room.state.collections;
  if (!sections[place] && !cards[place] && !agreements[place]) return;
  void room.send("private.accept", { accepted: newId(), stands_in: place, fingerprint }).catch(() => undefined);
}

/** Nothing is written there any more: what was said about it is over. */
export function forgetFine(room: Room, place: string): void {
  if (keptOnDevice(keyOf(room, place)) === null) return;
  keepOnDevice(keyOf(room, place), null);
  said.value += 1;
}

/** The first names of the members: they are not those of children. */
export function firstNames(state: State): ReadonlySet<string> {
  const members = Object.values(state.collections.members).filter((one) => !one.removed);
  return new Set(members.map((one) => one.name.split(/\s+/)[0] ?? "").filter(Boolean));
}
