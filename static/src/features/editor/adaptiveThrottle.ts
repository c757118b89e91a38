/**
 * What the others type leaves a slow device time for what its own person types. Drawing a change costs a
 * laptop a millisecond and a cheap phone twenty; so after each turn there is a pause that is three times
 * as long as the turn took, and what comes meanwhile goes together in the next one.
 */

const PAUSE_FACTOR = 3;
/** A pause that is shorter than this is not taken: who has a quick device sees every key at once. */
const MIN_PAUSE_MS = 8;
const MAX_PAUSE_MS = 250;

export class AdaptiveThrottle {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private free = 0;

  constructor(
    private readonly turn: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** There is something to do: now, or when the pause is over. */
  request(): void {
    if (this.timer !== undefined) return;
    const wait = this.free - this.now();
    if (wait < MIN_PAUSE_MS) this.run();
    else this.timer = setTimeout(() => this.run(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private run(): void {
    this.timer = undefined;
    const begun = this.now();
    this.turn();
    const over = this.now();
    this.free = over + Math.min(MAX_PAUSE_MS, PAUSE_FACTOR * (over - begun));
  }
}
