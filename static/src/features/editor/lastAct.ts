/** What this person did last in all parts of the text at once, such as replacing a word everywhere. */
import { signal } from "@preact/signals";

export class LastAct {
  /** Whether there is something to take back. */
  readonly there = signal(false);
  private takeBack: (() => void) | null = null;
  /** Nothing was typed since. */
  private last = false;

  did(takeBack: () => void): void {
    this.takeBack = takeBack;
    this.last = true;
    this.there.value = true;
  }

  /** This person typed: what was typed is taken back first. */
  typed(): void {
    this.last = false;
  }

  /** Takes it back when it was the last thing that this person did in the text; tells whether it did. */
  undoFirst(): boolean {
    return this.last && this.undo();
  }

  /** Takes it back; tells whether there was something to take back. */
  undo(): boolean {
    const { takeBack } = this;
    this.takeBack = null;
    this.last = false;
    this.there.value = false;
    takeBack?.();
    return takeBack !== null;
  }
}
