/** In which language somebody reads the text, kept on the device for each community. */
import type { Signal } from "@preact/signals";
import { effect, signal } from "@preact/signals";

export type View = "original" | "translation" | "both";

/** A language beside that of the text, and what is shown. */
export interface Reading {
  /** Empty until one is chosen. */
  readonly lang: string;
  readonly view: View;
}

const known = new Map<string, Signal<Reading | null>>();

/** How the text of a community is read; null for only the text itself. */
export function readingOf(community: string): Signal<Reading | null> {
  const there = known.get(community);
  if (there) return there;
  const key = `minidorp:other-language:${community}`;
  const made = signal(stored(key));
  known.set(community, made);
  effect(() => store(key, made.value));
  return made;
}

function stored(key: string): Reading | null {
  try {
    const [lang, view] = (globalThis.localStorage.getItem(key) ?? "").split(" ");
    return view ? ({ lang, view } as Reading) : null;
  } catch {
    return null;
  }
}

function store(key: string, reading: Reading | null): void {
  try {
    if (reading) globalThis.localStorage.setItem(key, `${reading.lang} ${reading.view}`);
    else globalThis.localStorage.removeItem(key);
  } catch {
    // Without storage it holds as long as the page.
  }
}

/** Shows the row that chooses a language, or takes it away. */
export function otherLanguage(community: string): void {
  const reading = readingOf(community);
  reading.value = reading.value ? null : { lang: "", view: "both" };
}
