/** What was drawn of a thing that has not changed since: the browser need not even compare it. */
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";

/**
 * Draws an item once for as long as the very same item is given; folded records are new when they change.
 *
 * @param keeps false when what is drawn follows from more than the item
 * @param anew when this changes, everything is drawn anew
 */
export function useMemoNodes<T extends object>(keeps: boolean, anew: unknown): (item: T, draw: () => VNode) => VNode {
  const kept = useMemo(() => new WeakMap<T, VNode>(), [anew]);
  return (item, draw) => {
    if (!keeps) return draw();
    const known = kept.get(item);
    if (known) return known;
    const drawn = draw();
    kept.set(item, drawn);
    return drawn;
  };
}
