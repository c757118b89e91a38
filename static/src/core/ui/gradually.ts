/** A long list comes a few at a time, so that a slow phone answers to fingers in between. */
import { useEffect, useState } from "preact/hooks";

/** What fills the first screen. */
const FIRST_ITEMS = 10;
const MORE_ITEMS = 8;
/** A phone that is never idle gets more all the same. */
const MAX_WAIT_MS = 100;

/** Does something when the browser has nothing else to do; gives what calls it off. */
export function whenIdle(run: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(run, MAX_WAIT_MS / 4);
    return () => clearTimeout(timer);
  }
  const turn = requestIdleCallback(run, { timeout: MAX_WAIT_MS });
  return () => cancelIdleCallback(turn);
}

/**
 * The items to show now: a screenful at once, more in every pause, in the end all. From then on
 * what comes is there at once. `urgent` items do not wait for their turn.
 */
export function useGradually<T>(items: readonly T[], urgent: (item: T) => boolean = () => false): readonly T[] {
  const [most, setMost] = useState(items.length > FIRST_ITEMS + MORE_ITEMS ? FIRST_ITEMS : Infinity);
  useEffect(() => {
    if (most === Infinity) return undefined;
    return whenIdle(() => setMost(most + MORE_ITEMS < items.length ? most + MORE_ITEMS : Infinity));
  }, [most]);
  return most === Infinity ? items : items.filter((item, n) => n < most || urgent(item));
}
