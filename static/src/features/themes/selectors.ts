/** The themes in their order. */
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Theme } from "../../generated/catalogue";

export function themesOf(state: State): Theme[] {
  return Object.values(state.collections.themes).sort(byRank);
}
