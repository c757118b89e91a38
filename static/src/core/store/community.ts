/** What every screen asks of a community. Pure functions; nothing here changes anything. */
import type { State } from "./fold";

export function communityOf(state: State) {
  return state.collections.community["community"];
}

export function isSteering(state: State, member: string): boolean {
  const seated = Object.values(state.collections.seats).some((seat) => seat.member === member);
  return seated || state.collections.members[member]?.facilitator === true;
}
