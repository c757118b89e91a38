/** Reads the text on the page aloud, sentence by sentence, at somebody's own pace. */
import { computed, signal } from "@preact/signals";
import { keepOnDevice, keptOnDevice } from "../../core/store/device";
import type { Sentence } from "../../core/text/sentences";
import { placeAgain, rangeOf, sentencesOn } from "../../core/text/sentences";
import { canSpeak, say } from "../../core/ui/speech";

export const PACES = { slow: 0.7, calm: 0.92, quick: 1.15 } as const;
export type Pace = keyof typeof PACES;

const KEPT = "minidorp-pace";
const LIT = "read-aloud";
/** Without a voice, a sentence stays as long as it takes to read it. */
const WORDS_PER_SECOND = 2.4;
const SHORTEST_MS = 1_500;
/** A voice that did not begin by then does not come. */
const SILENT_MS = 2_500;

function keptPace(): Pace {
  const kept = keptOnDevice(KEPT);
  return kept !== null && Object.hasOwn(PACES, kept) ? (kept as Pace) : "calm";
}

export class Reader {
  readonly list = signal<readonly Sentence[]>([]);
  readonly at = signal(0);
  readonly playing = signal(false);
  readonly pace = signal<Pace>(keptPace());
  readonly now = computed<Sentence | null>(() => this.list.value[this.at.value] ?? null);
  /** Whether no voice reads: the device has none, or it does not begin. */
  readonly voiceless = signal(!canSpeak());
  private halt: () => void = () => undefined;

  /**
   * @param page - what holds the text
   * @param language - of the text
   */
  constructor(
    private readonly page: ParentNode,
    private readonly language: string,
  ) {}

  /** Begins with the first sentence of a section, or of the whole text. */
  begin(section: string): void {
    this.list.value = sentencesOn(this.page, this.language);
    const first = this.list.value.findIndex((one) => one.section === section);
    this.at.value = Math.max(first, 0);
    this.play();
  }

  play(): void {
    this.halt();
    this.gather();
    const sentence = this.now.peek();
    this.playing.value = sentence !== null;
    if (!sentence) return;
    this.light();
    const next = () => {
      if (!this.step(1)) this.pause();
    };
    this.halt = this.voiceless.peek() ? this.wait(sentence, next) : this.say(sentence, next);
  }

  pause(): void {
    this.halt();
    this.halt = () => undefined;
    this.playing.value = false;
  }

  /** Goes some sentences on or back; says whether there is one. */
  step(by: number): boolean {
    this.gather();
    const to = this.at.peek() + by;
    if (to < 0 || to >= this.list.peek().length) return false;
    this.at.value = to;
    if (this.playing.peek()) this.play();
    else this.light();
    return true;
  }

  choose(pace: Pace): void {
    this.pace.value = pace;
    keepOnDevice(KEPT, pace);
    if (this.playing.peek()) this.play();
  }

  end(): void {
    this.pause();
    CSS.highlights?.delete(LIT);
  }

  /** The sentences as they are now: people go on writing meanwhile. */
  private gather(): void {
    const was = this.now.peek();
    const fresh = sentencesOn(this.page, this.language);
    this.at.value = was ? placeAgain(fresh, was, this.at.peek()) : 0;
    this.list.value = fresh;
  }

  private light(): void {
    const sentence = this.now.peek();
    const range = sentence && rangeOf(sentence);
    if (!sentence || !range) return;
    CSS.highlights?.set(LIT, new Highlight(range));
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    sentence.block.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
  }

  private say(sentence: Sentence, next: () => void): () => void {
    const failed = () => {
      started();
      stop();
      this.voiceless.value = true;
      this.halt = this.wait(sentence, next);
    };
    const silent = setTimeout(failed, SILENT_MS);
    const started = () => clearTimeout(silent);
    const done = () => {
      started();
      next();
    };
    const stop = say(sentence.text, this.language, PACES[this.pace.peek()], { started, done, failed });
    return () => {
      started();
      stop();
    };
  }

  private wait(sentence: Sentence, next: () => void): () => void {
    const seconds = sentence.text.split(/\s+/).length / (WORDS_PER_SECOND * PACES[this.pace.peek()]);
    const timer = setTimeout(next, Math.max(SHORTEST_MS, seconds * 1_000));
    return () => clearTimeout(timer);
  }
}
