/** Knows first names. It is fetched with the first place to write; a card that is shared sooner waits for it. */
import { loadOnce } from "../../core/ui/lazy";
import type { NameHint } from "./nameHint";

/** So long a card waits; without a connection it goes on its way all the same. */
const MAX_WAIT_MS = 3_000;

let find: ((text: string) => NameHint | null) | null = null;

export const loadHints = loadOnce(async () => {
  find = (await import("./nameHint")).nameHint;
});

/** Whether there seems to be a child's name in a text; undefined as long as nobody can say. */
export function hintOf(text: string): NameHint | null | undefined {
  return find ? find(text) : undefined;
}

/** Settles when names are known, or when it is no use waiting any more. */
export function hintsLoaded(): Promise<unknown> {
  return Promise.race([loadHints().catch(() => undefined), new Promise((done) => setTimeout(done, MAX_WAIT_MS))]);
}
