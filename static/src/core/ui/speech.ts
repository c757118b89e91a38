/** Reads a text aloud with the device's own voice. */
import { signal } from "@preact/signals";

const VOICES: Readonly<Record<string, string>> = { nl: "nl-NL", en: "en-GB", ar: "ar-SA", tr: "tr-TR", pl: "pl-PL" };

/** The text that is being read now, or null. */
export const speaking = signal<string | null>(null);

export function canSpeak(): boolean {
  return typeof globalThis.speechSynthesis !== "undefined" && typeof SpeechSynthesisUtterance !== "undefined";
}

/** Reads the text; when it is already being read, stops. */
export function speak(text: string, language: string): void {
  const again = speaking.value === text;
  stop();
  if (again || !canSpeak()) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = VOICES[language] ?? language;
  utterance.rate = 0.92;
  const done = () => {
    if (speaking.value === text) speaking.value = null;
  };
  utterance.onend = done;
  utterance.onerror = done;
  speaking.value = text;
  globalThis.speechSynthesis.speak(utterance);
}

export function stop(): void {
  if (canSpeak()) globalThis.speechSynthesis.cancel();
  speaking.value = null;
}
