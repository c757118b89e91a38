/**
 * Undo is personal: every entry is the inverse of something this person did on this
 * screen. It never takes back what somebody else wrote.
 */
import { signal } from "@preact/signals";

export interface Step {
  /** What is undone, as a text for people: "Move card". */
  label: string;
  run: () => Promise<unknown>;
}

const MOST = 50;

export class UndoStack {
  readonly steps = signal<readonly Step[]>([]);

  push(label: string, run: () => Promise<unknown>): void {
    this.steps.value = [...this.steps.value.slice(1 - MOST), { label, run }];
  }

  /** Undoes the last thing. Returns its label, or null when there is nothing. */
  async undo(): Promise<string | null> {
    const last = this.steps.value.at(-1);
    if (!last) return null;
    this.steps.value = this.steps.value.slice(0, -1);
    await last.run();
    return last.label;
  }
}
