/** The place in the text that somebody wants to see; the text goes there when it is on the screen. */
import { signal } from "@preact/signals";

/** A place in a passage of a section; without words it is the section as a whole. */
export interface Wanted {
  section: string;
  text: string;
  start: number;
  end: number;
}

export const wanted = signal<Wanted | null>(null);
