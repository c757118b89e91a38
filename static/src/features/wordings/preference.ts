/** Whether this person wants tips for plain words; kept on the device. */
import { signal } from "@preact/signals";

const KEY = "minidorp:plain-words";

function read(): boolean {
  try {
    return globalThis.localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export const plainWords = signal(read());

export function wantPlainWords(on: boolean): void {
  plainWords.value = on;
  try {
    if (on) globalThis.localStorage.removeItem(KEY);
    else globalThis.localStorage.setItem(KEY, "off");
  } catch {
    // Without storage it holds as long as the page.
  }
}
