/** Reads a text aloud with the device's own voice. */
import { signal } from "@preact/signals";

const VOICES: Readonly<Record<string, string>> = { nl: "nl-NL", en: "en-GB", ar: "ar-SA", tr: "tr-TR", pl: "pl-PL" };

const CALM = 0.92;

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
  speaking.value = text;
  const done = () => {
    if (speaking.value === text) speaking.value = null;
  };
  say(text, language, CALM, { done });
}

interface Told {
  /** The voice begins. A device without voices may say nothing at all, and never call anything. */
  started?: () => void;
  /** It was read; not called when it was stopped. */
  done: () => void;
  /** It could not be read; without this `done` is called. */
  failed?: () => void;
}

/**
 * Reads a text once.
 *
 * @param rate - how fast; 1 is the voice's own pace
 * @returns what stops it
 */
export function say(text: string, language: string, rate: number, { started, done, failed = done }: Told): () => void {
  const utterance = new SpeechSynthesisUtterance(text);
  let stopped = false;
  utterance.lang = VOICES[language] ?? language;
  utterance.rate = rate;
  utterance.onstart = () => started?.();
  utterance.onend = () => {
    if (!stopped) done();
  };
  utterance.onerror = () => {
    if (!stopped) failed();
    stopped = true;
  };
  globalThis.speechSynthesis.speak(utterance);
  return () => {
    stopped = true;
    globalThis.speechSynthesis.cancel();
  };
}

export function stop(): void {
  if (canSpeak()) globalThis.speechSynthesis.cancel();
  speaking.value = null;
}
