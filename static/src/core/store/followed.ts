/** A state that is followed part by part: whoever reads the members is not drawn again for a new card. */

import type { ReadonlySignal } from "@preact/signals";
import { computed } from "@preact/signals";
import type { Collections } from "../../generated/catalogue";
import type { State } from "./fold";

/**
 * The state as it is now, like `state.value`; but reading a collection of it inside a component, an
 * effect or a computed signal follows that collection alone. A fold leaves the collections that it did
 * not touch as they were, so what is compared is one reference for each.
 */
export function followed(state: ReadonlySignal<State>): State {
  const collections = {} as Collections;
  for (const name of Object.keys(state.peek().collections) as (keyof Collections)[]) {
    const part = computed(() => state.value.collections[name]);
    Object.defineProperty(collections, name, { enumerable: true, get: () => part.value });
  }
  const seq = computed(() => state.value.seq);
  return {
    get seq() {
      return seq.value;
    },
    collections,
  };
}
