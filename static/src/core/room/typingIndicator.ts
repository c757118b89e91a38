/** Tells that this person is writing on a board, not what; off after a while without a key. */
import { signal } from "@preact/signals";
import type { Live } from "../live/connection";

const IDLE_TIMEOUT_MS = 5_000;
/** The server forgets who sends nothing, so whoever goes on typing says so again. */
const REFRESH_INTERVAL_MS = 4_000;

export class TypingIndicator {
  /** The board this person is writing on now. */
  readonly board = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = 0;

  constructor(private readonly live: Live) {
    live.onOnline(() => {
      if (this.board.value) this.tell(this.board.value, true);
    });
  }

  /** A key was pressed in a text for this board. */
  keyPressed(board: string): void {
    if (this.board.value !== board) {
      this.stop();
      this.board.value = board;
      this.tell(board, true);
    } else if (Date.now() - this.told > REFRESH_INTERVAL_MS) this.tell(board, true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stop(), IDLE_TIMEOUT_MS);
  }

  /** The text was shared or put away. */
  stop(): void {
    clearTimeout(this.timer);
    if (this.board.value) this.tell(this.board.value, false);
    this.board.value = null;
  }

  private tell(board: string, on: boolean): void {
    this.told = Date.now();
    this.live.send("writing", { board, on }, { quiet: true }).catch(() => undefined);
  }
}
