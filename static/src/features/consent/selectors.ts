/** Consent rounds, their answers and the versions they are about. */
import type { State } from "../../core/store/fold";
import type { ConsentAnswer, ConsentRound, Member, Rewording, Version } from "../../generated/catalogue";

export function roundsOf(state: State): ConsentRound[] {
  return Object.values(state.collections.rounds).sort((a, b) => a.number - b.number);
}

export function answersOf(state: State, round: string): ConsentAnswer[] {
  return Object.values(state.collections.answers).filter((answer) => answer.round === round);
}

export function versionOf(state: State, round: ConsentRound): Version | undefined {
  return state.collections.versions[round.version];
}

/** The label after the last one: 0.1, 0.2, …; 1.0 is for the version that is adopted. */
export function nextLabel(state: State): string {
  const used = Object.values(state.collections.versions).map((version) => version.label);
  const adopted = Object.values(state.collections.versions).filter((version) => version.adopted).length;
  for (let minor = adopted ? 0 : 1; minor < 100; minor += 1) {
    const label = `${adopted}.${minor}`;
    if (!used.includes(label)) return label;
  }
  return "9.9";
}

/** How many are asked and could come: so many answers reveal the round. */
export function expectedIn(round: ConsentRound): number {
  return round.members.length - round.absent.length;
}

/** The day until which somebody who could not come may still answer, while that is so. */
export function waitsUntil(round: ConsentRound, today: string): string | null {
  return round.absent.length && round.until && today <= round.until ? round.until : null;
}

/** The roles of which too few answered, with how many are missing. */
export function missingRoles(state: State, round: ConsentRound): { role: Member["role"]; missing: number }[] {
  const roles = answersOf(state, round.id).map((answer) => state.collections.members[answer.member]?.role);
  return round.least
    .map(({ role, count }) => ({ role, missing: count - roles.filter((one) => one === role).length }))
    .filter(({ missing }) => missing > 0);
}

/** Better sentences that were written in a round, in the order of the sentences that they are for. */
export function rewordingsOf(state: State, round: string): Rewording[] {
  return Object.values(state.collections.rewordings)
    .filter((one) => one.round === round)
    .sort((a, b) => a.sentence.localeCompare(b.sentence) || a.id.localeCompare(b.id));
}

/** This day, as records keep it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
