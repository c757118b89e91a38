/**
 * A word that a keyboard is still composing (every word on Android; pinyin, Korean). What comes from elsewhere would end
 * it half-way and have its letters twice, so that waits until the word is there.
 */
import { Plugin } from "prosemirror-state";

/** The editor reads the word itself a moment after the keyboard let go of it. */
const SETTLE_MS = 60;
/** Some keyboards keep the last word open for ever. Who has typed nothing for so long is reading. */
const IDLE_MS = 3_000;

export class Composition {
  private composing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting = new Set<() => void>();

  /** Whether a word is being composed now. */
  get active(): boolean {
    return this.composing;
  }

  /** Does something now, or when the word is there; asked twice meanwhile, it is done once. */
  whenOver(run: () => void): void {
    if (this.composing) this.waiting.add(run);
    else run();
  }

  plugin(): Plugin {
    const goesOn = () => {
      this.composing = true;
      this.endAfter(IDLE_MS);
      return false;
    };
    const ends = () => {
      this.endAfter(SETTLE_MS);
      return false;
    };
    return new Plugin({
      props: { handleDOMEvents: { compositionstart: goesOn, compositionupdate: goesOn, compositionend: ends } },
      view: () => ({ destroy: () => this.end() }),
    });
  }

  private endAfter(delay_ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), delay_ms);
  }

  private end(): void {
    clearTimeout(this.timer);
    this.composing = false;
    const all = [...this.waiting];
    this.waiting.clear();
    for (const run of all) run();
  }
}
