/** What kind of screen this is, as a signal. */
import { signal } from "@preact/signals";

const query = globalThis.matchMedia?.("(max-width: 46rem)");

/** A narrow screen: one thing at a time. */
export const narrow = signal(query?.matches ?? false);
query?.addEventListener("change", (event) => {
  narrow.value = event.matches;
});

/** Whether there is a bar at the bottom of a narrow screen. */
export const hasBottomBar = signal(false);

/** Says that there is a bar at the bottom; messages then appear at the top. */
export function setBottomBar(on: boolean): void {
  hasBottomBar.value = on;
  document.documentElement.classList.toggle("has-bottom-bar", on);
}
