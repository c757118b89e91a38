/** The agreements in their order. */
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Agreement } from "../../generated/catalogue";

export function agreementsOf(state: State): Agreement[] {
  return Object.values(state.collections.agreements).sort(byRank);
}
