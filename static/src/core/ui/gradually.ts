/** A long list comes a few at a time, so that a slow phone answers to fingers in between. */
import { useEffect, useState } from "preact/hooks";

/** What fills the first screen. */
const FIRST = 10;
const MORE = 8;
/** A phone that is never idle gets more all the same. */
const LATEST_MS = 100;

/** Does something when the browser has nothing else to do; gives what calls it off. */
function whenIdle(run: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(run, LATEST_MS / 4);
    return () => clearTimeout(timer);
  }
  const turn = requestIdleCallback(run, { timeout: LATEST_MS });
  return () => cancelIdleCallback(turn);
}

/**
 * The items to show now: a screenful at once, more in every pause, in the end all. From then on
 * what comes is there at once. `urgent` items do not wait for their turn.
 */
export function useGradually<T>(items: readonly T[], urgent: (item: T) => boolean = () => false): readonly T[] {
  const [most, setMost] = useState(items.length > FIRST + MORE ? FIRST : Infinity);
  useEffect(() => {
    if (most === Infinity) return undefined;
    return whenIdle(() => setMost(most + MORE < items.length ? most + MORE : Infinity));
  }, [most]);
  return most === Infinity ? items : items.filter((item, n) => n < most || urgent(item));
}
