/** What kind of screen this is, as a signal. */
import { signal } from "@preact/signals";

const query = globalThis.matchMedia?.("(max-width: 46rem)");

/** A narrow screen: one thing at a time. */
export const narrow = signal(query?.matches ?? false);
query?.addEventListener("change", (event) => {
  narrow.value = event.matches;
});

/** The height that the fixed bar at the bottom takes is left free by the style sheet. */
export function bottomBar(on: boolean): void {
  document.documentElement.classList.toggle("has-bottom-bar", on);
}
