/** A picture whose program comes when it is first shown; a screen has no button to ask again, so it asks by itself. */
import { signal } from "@preact/signals";
import type { StepInfo } from "../store/phases";
import type { Picture } from "./stage";

const RETRY_DELAY_MS = 3_000;

export function later(load: () => Promise<Picture>): Picture {
  const found = signal<Picture | null>(null);
  let asked = false;
  const ask = () => {
    asked = true;
    load().then(
      (part) => (found.value = part),
      () => setTimeout(ask, RETRY_DELAY_MS),
    );
  };
  return function Later(props: { step: StepInfo }) {
    const Part = found.value;
    if (Part) return <Part {...props} />;
    if (!asked) ask();
    return null;
  };
}
