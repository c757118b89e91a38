/** Consent rounds, their answers and the versions they are about. */
import type { State } from "../../core/store/fold";
import type { ConsentAnswer, ConsentRound, Version } from "../../generated/catalogue";

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
