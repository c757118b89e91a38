/** The cards that this person has chosen, to do one thing with all of them. */
import { signal } from "@preact/signals";

export class Selection {
  /** In the order in which they were chosen. */
  readonly ids = signal<readonly string[]>([]);
  /** Where a range with Shift begins. */
  private last: string | null = null;

  has(card: string): boolean {
    return this.ids.value.includes(card);
  }

  /** Chooses a card, or leaves it out. */
  set(card: string, on: boolean): void {
    const others = this.ids.peek().filter((id) => id !== card);
    this.ids.value = on ? [...others, card] : others;
    this.last = on ? card : null;
  }

  toggle(card: string): void {
    this.set(card, !this.ids.peek().includes(card));
  }

  /** Chooses everything from the card that was chosen last to this one, in the order of the screen. */
  extend(card: string, order: readonly string[]): void {
    const from = this.last === null ? -1 : order.indexOf(this.last);
    const to = order.indexOf(card);
    if (from < 0 || to < 0) {
      this.set(card, true);
      return;
    }
    const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    const known = this.ids.peek();
    this.ids.value = [...known, ...between.filter((id) => !known.includes(id))];
  }

  clear(): void {
    this.last = null;
    if (this.ids.peek().length) this.ids.value = [];
  }
}
