/** Who takes part, and who has a seat in the core team. */
import type { State } from "../../core/store/fold";
import type { Member } from "../../generated/catalogue";
import { SEATS } from "../../generated/catalogue";

/** Who takes part now, in the order of their names. */
export function membersOf(state: State): Member[] {
  return Object.values(state.collections.members)
    .filter((member) => !member.removed)
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function nameOf(state: State, id: string | null): string {
  const member = id ? state.collections.members[id] : undefined;
  return member && !member.removed ? member.name : "";
}

/** Seats of the core team that nobody sits in. */
export function emptySeats(state: State): (typeof SEATS)[number][] {
  return SEATS.filter((seat) => {
    const holder = state.collections.seats[seat]?.member;
    return !holder || state.collections.members[holder]?.removed !== false;
  });
}
