/** Says what happened to people who use a screen reader, without moving their focus. */
import { signal } from "@preact/signals";

const said = signal("");

/** Speaks a short sentence politely, after what is being read now. */
export function announce(text: string): void {
  // The same sentence twice must count as a change, so that it is spoken again.
  said.value = said.peek() === text ? `${text}\u00a0` : text;
}

/** The live region; one per page. */
export function Announcer() {
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true">
      {said.value}
    </div>
  );
}
