/** Who takes part, what they are called, and who has a seat in the core team. */
import type { State } from "../../core/store/fold";
import type { Member } from "../../generated/catalogue";
import { SEATS } from "../../generated/catalogue";
import { organisationName, roleName } from "./words";

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

type Detail = Member["role"] | NonNullable<Member["organisation"]> | number;

const same = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/**
 * What tells a member from others of that name: the role, the kind of organisation, a number by the order of
 * joining; nothing when there are no others. As in workshop/features/members/labels.py.
 */
export function detailsOf(state: State, member: Member): Detail[] {
  const alike = Object.values(state.collections.members).filter((one) => !one.removed && same(one.name) === same(member.name));
  if (alike.length < 2) return [];
  const inRole = alike.filter((one) => one.role === member.role);
  const alone = inRole.filter((one) => one.organisation === member.organisation);
  const found: Detail[] = inRole.length < alike.length ? [member.role] : [];
  if (alone.length < inRole.length && member.organisation) found.push(member.organisation);
  if (alone.length > 1) found.push(alone.findIndex((one) => one.id === member.id) + 1);
  return found.length ? found : [member.role];
}

/** What to call a member wherever somebody is chosen: no two people are called the same. */
export function labelOf(state: State, member: Member): string {
  const words = detailsOf(state, member).map((one) => {
    if (typeof one === "number") return String(one);
    return one === member.role ? roleName(member.role) : organisationName(one as NonNullable<Member["organisation"]>).toLowerCase();
  });
  return words.length ? `${member.name} (${words.join(", ")})` : member.name;
}

/** Seats of the core team that nobody sits in. */
export function emptySeats(state: State): (typeof SEATS)[number][] {
  return SEATS.filter((seat) => {
    const holder = state.collections.seats[seat]?.member;
    return !holder || state.collections.members[holder]?.removed !== false;
  });
}
