/** Knows first names. It is fetched with the first place to write, and is there long before a card is shared. */
import { signal } from "@preact/signals";
import { loadOnce } from "../../core/ui/lazy";
import type { NameHint } from "./nameHint";

const find = signal<((text: string) => NameHint | null) | null>(null);

export const loadHints = loadOnce(async () => {
  find.value = (await import("./nameHint")).nameHint;
});

/** Whether there seems to be a child's name in a text; null as well while that is not known yet. */
export function hintOf(text: string): NameHint | null {
  return find.peek()?.(text) ?? null;
}
