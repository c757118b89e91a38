/** A picture whose program comes when it is first shown; a screen has no button to ask again, so it asks by itself. */
import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";

const RETRY_DELAY_MS = 3_000;

export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  const found = signal<FunctionComponent<P> | null>(null);
  let asked = false;
  const ask = () => {
    asked = true;
    load().then(
      (part) => (found.value = part),
      () => setTimeout(ask, RETRY_DELAY_MS),
    );
  };
  return function Later(props: P) {
    const Part = found.value;
    if (Part) return <Part {...props} />;
    if (!asked) ask();
    return null;
  };
}
