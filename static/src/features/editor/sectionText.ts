/**
 * One section's shared text: a Yjs document that is opened, changed and kept up to date over the
 * live connection. What is typed waits ~50 ms for more, travels as one update at a time, and
 * counts as saved only when the server has acknowledged it.
 */
import { effect, signal } from "@preact/signals";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { CommandError, Live } from "../../core/live/connection";
import { hasWords, idsIn } from "../../core/text/sharedWords";
import { AdaptiveThrottle } from "./adaptiveThrottle";
import type { Composition } from "./composition";
import { ROOT, SCHEMA_VERSION, UPDATE_BYTES } from "./schema";
import { split } from "./splitUpdate";
import type { StoredUpdate, UnsentUpdates } from "./unsentUpdates";

const BATCH_DELAY_MS = 50;
const CURSOR_DELAY_MS = 120;
/** At the end of a paragraph a cursor stays "the end"; whoever came later must still hear of it. */
const CURSOR_REFRESH_MS = 3_000;
const STORE_DELAY_MS = 300;
const IDS_DELAY_MS = 300;
/** A text that is far from the screen takes what came from the others so often. */
const CALM_DELAY_MS = 2_000;
const RETRY_DELAY_MS = 1_500;
/** Nothing tells when a part has room again or somebody may write again: it is tried, less and less often. */
const LONGEST_RETRY_DELAY_MS = 60_000;
/** Codes that say more than that something went wrong on the way: the person is told at once. */
const REFUSALS = new Set(["vision.too_long", "too_large", "bad_request", "section.not_found", "section.read_only", "not_allowed"]);
/** A piece that is just too large for its limit has a few bytes around it. */
const PIECE_BYTES = UPDATE_BYTES - 1_024;

/** An editor that shows the text. */
export interface Writer {
  composition: Composition;
  /** After words of others went into the text. */
  mend: () => void;
}

/** opening: not readable yet; ready: in step with the server; stuck: what was written is not saved, and tried again. */
export type Stage = "opening" | "ready" | "stuck" | "stale";

export class SectionText {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(ROOT);
  readonly awareness = new Awareness(this.doc);
  readonly stage = signal<Stage>("opening");
  /** Whether there is anything that the server has not acknowledged. */
  readonly unsaved = signal(false);
  /** Why it is stuck, in words. */
  readonly problem = signal("");
  /** Far from the screen: what the others write may come a moment later. */
  readonly calm = signal(false);
  /** Whether there are no words in it. */
  readonly empty = signal(true);
  /** The ids of the paragraphs with words in them; null until the text is there. */
  readonly sourced = signal<ReadonlySet<string> | null>(null);
  /** Members who have their cursor here now, without oneself. */
  readonly writers = signal<readonly string[]>([]);

  private pending: Uint8Array[] = [];
  /** The rest of a change that was too large to travel at once. */
  private pieces: Uint8Array[] = [];
  private underway: Uint8Array | null = null;
  private absorbed: StoredUpdate[] = [];
  private opening = 0;
  private open = false;
  private writer: Writer | null = null;
  private broken = false;
  private tries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private soon = false;
  private shown = false;
  private cursorSent = 0;
  private batch: ReturnType<typeof setTimeout> | undefined;
  private cursor: ReturnType<typeof setTimeout> | undefined;
  private storeTimer: ReturnType<typeof setTimeout> | undefined;
  private idsTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly forget: (() => void)[] = [];
  private arrived: Uint8Array[] = [];
  private arrivedCursors: Uint8Array[] = [];
  private calmTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly applyThrottle = new AdaptiveThrottle(() => this.take());

  constructor(
    private readonly live: Live,
    private readonly unsent: UnsentUpdates,
    readonly section: string,
    member: string,
  ) {
    this.awareness.setLocalState({ user: { member } });
    this.doc.on("update", this.changed);
    this.awareness.on("update", this.moved);
    this.awareness.on("change", this.countWriters);
    this.forget.push(this.live.onOnline(() => void this.enter()));
    this.forget.push(this.watchCause(member));
  }

  /** Bytes from the others. */
  receive(updates: readonly Uint8Array[]): void {
    this.arrived.push(...updates);
    this.request();
    this.mayBeOver(); // somebody may have made room
  }

  /** Cursors of the others. */
  receiveCursors(updates: readonly Uint8Array[]): void {
    this.arrivedCursors.push(...updates);
    this.request();
  }

  /** Whether what comes is taken at once, or calmly. */
  follow(closely: boolean): void {
    if (this.calm.peek() === !closely) return;
    this.calm.value = !closely;
    if (!closely) return;
    clearTimeout(this.calmTimer);
    this.calmTimer = undefined;
    if (this.arrived.length || this.arrivedCursors.length) this.applyThrottle.request();
  }

  /** What came and was not taken yet goes into the text now. */
  catchUp(): void {
    clearTimeout(this.calmTimer);
    this.take();
  }

  private request(): void {
    if (!this.calm.peek()) this.applyThrottle.request();
    else this.calmTimer ??= setTimeout(() => this.take(), CALM_DELAY_MS);
  }

  /** Whoever writes in the text, or stops: what comes waits for a word that is being composed. */
  write(writer: Writer | null): void {
    this.writer = writer;
  }

  /** What came from the others goes into the text. */
  private readonly take = (): void => {
    this.calmTimer = undefined;
    if (this.writer?.composition.active) {
      this.writer.composition.whenOver(this.take);
      return;
    }
    const [updates, cursors] = [this.arrived, this.arrivedCursors];
    [this.arrived, this.arrivedCursors] = [[], []];
    if (updates.length) {
      this.doc.transact(() => {
        for (const update of updates) this.applied(update, this);
      }, this);
      this.writer?.mend();
    }
    for (const update of cursors) applyAwarenessUpdate(this.awareness, update, this);
  };

  /** Bytes that are broken help nobody; the text goes on without them, and with what came beside them. */
  private applied(update: Uint8Array, origin: unknown): void {
    try {
      Y.applyUpdate(this.doc, update, origin);
    } catch (error) {
      console.error("a change of the text could not be read", error);
    }
  }

  /** Gives up what could not be saved; the caller throws this text away and opens a new one. */
  abandon(): void {
    this.pending = [];
    this.pieces = [];
    this.underway = null;
    this.settle();
  }

  close(): void {
    clearTimeout(this.batch);
    clearTimeout(this.cursor);
    clearTimeout(this.calmTimer);
    clearTimeout(this.retry);
    clearTimeout(this.idsTimer);
    this.applyThrottle.stop();
    this.storeUnsent();
    for (const undo of this.forget) undo();
    this.doc.off("update", this.changed);
    this.awareness.setLocalState(null);
    this.sendCursor();
    this.awareness.destroy();
    void this.live.send("vision.close", { section: this.section }, { quiet: true }).catch(() => undefined);
    this.doc.destroy();
  }

  /** Opens, or opens again after a lost connection: both sides give what the other lacks. */
  private async enter(): Promise<void> {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.soon = false;
    const turn = ++this.opening;
    this.open = false;
    const vector = Y.encodeStateVector(this.doc);
    try {
      const fields = { section: this.section, schema: SCHEMA_VERSION, vector };
      const ack = await this.live.send("vision.open", fields, { quiet: true });
      if (turn !== this.opening) return;
      this.arrived.push(ack["update"] as Uint8Array);
      this.take();
      this.opened(ack["vector"] as Uint8Array);
    } catch (error) {
      if (turn === this.opening) this.refused(error as CommandError);
    }
  }

  private opened(theirs: Uint8Array): void {
    if (this.underway || this.pieces.length || this.pending.length) {
      this.pending = [Y.encodeStateAsUpdate(this.doc, theirs)];
      this.pieces = [];
      this.underway = null;
    }
    const left = this.unsent.stored(this.section).filter((one) => !one.key.endsWith(`:${this.doc.clientID}`));
    const fresh = left.filter((one) => !this.absorbed.some((old) => old.key === one.key && old.value === one.value));
    this.absorbed.push(...fresh);
    for (const { update } of fresh) this.applied(update, "kept");
    this.open = true;
    this.findIds();
    // Whoever was told that it is not saved is told otherwise when it is.
    if (this.stage.peek() !== "stuck" || !this.pending.length) this.stage.value = "ready";
    this.flush();
    if (this.shown) this.scheduleCursor();
  }

  private readonly changed = (update: Uint8Array, origin: unknown): void => {
    this.empty.value = !hasWords(this.fragment);
    this.idsTimer ??= setTimeout(() => this.findIds(), IDS_DELAY_MS);
    if (origin === this) return;
    this.pending.push(update);
    this.unsaved.value = true;
    clearTimeout(this.storeTimer);
    this.storeTimer = setTimeout(() => this.storeUnsent(), STORE_DELAY_MS);
    this.batch ??= setTimeout(() => this.flush(), BATCH_DELAY_MS);
    // Whoever makes a full part shorter should not wait to hear that it is saved.
    this.mayBeOver();
    if (this.shown && Date.now() - this.cursorSent > CURSOR_REFRESH_MS) this.scheduleCursor();
  };

  private flush(): void {
    clearTimeout(this.batch);
    this.batch = undefined;
    if (!this.open || this.underway) return;
    if (!this.pieces.length && this.pending.length) {
      this.pieces = split(Y.mergeUpdates(this.pending), PIECE_BYTES);
      this.pending = [];
    }
    const update = this.pieces.shift();
    if (!update) {
      this.settle();
      return;
    }
    this.underway = update;
    const fields = { section: this.section, schema: SCHEMA_VERSION, update };
    this.live.send("vision.update", fields, { quiet: true }).then(
      () => this.acknowledged(update),
      (error: CommandError) => this.bounced(update, error),
    );
  }

  private acknowledged(update: Uint8Array): void {
    if (this.underway !== update) return;
    this.underway = null;
    this.broken = false;
    this.tries = 0;
    if (this.stage.peek() === "stuck") this.stage.value = "ready";
    this.flush();
  }

  private bounced(update: Uint8Array, error: CommandError): void {
    if (this.underway !== update) return;
    this.underway = null;
    this.pieces.unshift(update);
    this.refused(error);
  }

  private refused(error: CommandError): void {
    if (error.code === "offline") {
      this.open = false;
      return;
    }
    if (error.code === "vision.stale_schema") {
      this.open = false;
      this.stage.value = "stale";
      return;
    }
    const broken = error.code === "vision.bad_update";
    this.open = false;
    if (REFUSALS.has(error.code) || (broken && this.broken)) {
      this.problem.value = error.message;
      this.stage.value = "stuck";
    }
    this.broken ||= broken;
    this.tries += 1;
    this.tryAgain(Math.min(LONGEST_RETRY_DELAY_MS, RETRY_DELAY_MS * 2 ** (this.tries - 1)));
  }

  /** Asks again whether it can be saved now, at the latest after so long. */
  tryAgain(delay_ms = 0): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (this.live.status.peek() === "online") void this.enter();
    }, delay_ms);
  }

  /** Why something was refused may be over: it is tried soon, however often that is said meanwhile. */
  private mayBeOver(): void {
    if (this.stage.peek() !== "stuck" || this.soon) return;
    this.soon = true;
    this.tryAgain(RETRY_DELAY_MS);
  }

  /** A part that was put aside comes back, or who may write in it changes. */
  private watchCause(member: string): () => void {
    let before: readonly unknown[] = [];
    return effect(() => {
      const { sections, members } = this.live.state.value.collections;
      const now = [sections[this.section], members[member], this.live.me.value.steering];
      const changed = now.some((one, at) => one !== before[at]);
      before = now;
      if (changed) this.mayBeOver();
    });
  }

  private findIds(): void {
    this.idsTimer = undefined;
    const found = new Set(idsIn(this.fragment));
    const before = this.sourced.peek();
    if (!before || before.size !== found.size || [...found].some((id) => !before.has(id))) this.sourced.value = found;
  }

  /** Everything is with the server. */
  private settle(): void {
    this.unsaved.value = false;
    this.unsent.forget(this.absorbed);
    this.absorbed = [];
    this.storeUnsent();
  }

  /** Puts what is not acknowledged on the device, or takes it away when nothing is. */
  storeUnsent(): void {
    clearTimeout(this.storeTimer);
    const parts = [...(this.underway ? [this.underway] : []), ...this.pieces, ...this.pending];
    this.unsent.put(this.section, this.doc.clientID, parts.length ? Y.mergeUpdates(parts) : null);
  }

  private readonly moved = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    if (origin === this || ![...added, ...updated, ...removed].includes(this.doc.clientID)) return;
    const here = this.awareness.getLocalState()?.["cursor"] != null;
    if (here || this.shown) this.scheduleCursor();
    this.shown = here;
  };

  private scheduleCursor(): void {
    this.cursor ??= setTimeout(() => this.sendCursor(), CURSOR_DELAY_MS);
  }

  private sendCursor(): void {
    clearTimeout(this.cursor);
    this.cursor = undefined;
    if (!this.open) return;
    this.cursorSent = Date.now();
    const update = encodeAwarenessUpdate(this.awareness, [this.doc.clientID]);
    void this.live.send("vision.cursor", { section: this.section, update }, { quiet: true }).catch(() => undefined);
  }

  private readonly countWriters = (): void => {
    const members = new Set<string>();
    for (const [client, state] of this.awareness.getStates()) {
      const member: unknown = (state["user"] as { member?: unknown } | undefined)?.member;
      if (client !== this.doc.clientID && state["cursor"] && typeof member === "string") members.add(member);
    }
    this.writers.value = [...members].sort();
  };
}
