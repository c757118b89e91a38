/** What kind of screen this is, as a signal. */
import { signal } from "@preact/signals";

function media(query: string) {
  const list = globalThis.matchMedia?.(query);
  const matches = signal(list?.matches ?? false);
  list?.addEventListener("change", (event) => {
    matches.value = event.matches;
  });
  return matches;
}

/** A phone, upright or on its side: one thing at a time. The same sizes as in the style sheets. */
export const narrow = media("(max-width: 46rem), (max-height: 30rem)");

/** Wide enough for a drawer that stays open beside the board. */
export const wide = media("(min-width: 72rem)");

/** Keeps the height that is really seen, above a keyboard too, in `--seen-block-size`. */
export function followKeyboard(): void {
  const seen = globalThis.visualViewport;
  if (!seen) return;
  const keep = () => document.documentElement.style.setProperty("--seen-block-size", `${Math.round(seen.height)}px`);
  seen.addEventListener("resize", keep);
  keep();
}
