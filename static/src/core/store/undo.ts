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

const MAX_STEPS = 50;

export class UndoStack {
  readonly steps = signal<readonly Step[]>([]);

  push(label: string, run: () => Promise<unknown>): Step {
    const step = { label, run };
    this.steps.value = [...this.steps.value.slice(1 - MAX_STEPS), step];
    return step;
  }

  /** Forgets a step that was undone in another way. */
  drop(step: Step): void {
    this.steps.value = this.steps.value.filter((one) => one !== step);
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
