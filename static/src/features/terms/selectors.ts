/** The words of the word exchange. */
import type { State } from "../../core/store/fold";
import type { Term } from "../../generated/catalogue";

export function termsOf(state: State): Term[] {
  return Object.values(state.collections.terms).sort((a, b) => a.word.localeCompare(b.word));
}
