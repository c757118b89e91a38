/**
 * Asks the server what is hard to read in texts that somebody is writing. What was asked once is
 * remembered by its words, so that only changed texts go out, a moment after the last key. An answer
 * about words that changed meanwhile is not shown: nobody looks it up any more.
 */

import type { ReadonlySignal } from "@preact/signals";
import { computed, effect, signal } from "@preact/signals";
import type { CommandError, Live } from "../../core/live/contract";
import type { State } from "../../core/store/fold";

/** How hard a sentence is to read. */
export type Level = "easy" | "middle" | "hard";

/** A change that leaves the sentence whole. Places are counted in the text itself. */
export interface Insertion {
  start: number;
  end: number;
  /** What stands there now. */
  old: string;
  /** What comes there. */
  text: string;
  /** What stays of the sentence before and after it. */
  before: string;
  after: string;
}

/** One place in a text that is hard to read. Places are counted in the text itself. */
export interface Mark {
  start: number;
  end: number;
  kind: string;
  text: string;
  reason: string;
  /** Ideas of what might be said instead; they do not fit as they are. */
  proposals: readonly string[];
  /** What may be put in as it is, best first. */
  insertions: readonly Insertion[];
  key: string;
}

export interface Sentence {
  start: number;
  end: number;
  difficulty: number;
  level: Level;
  because: readonly string[];
}

export interface Check {
  difficulty: number | null;
  sentences: readonly Sentence[];
  marks: readonly Mark[];
}

type Asking = Pick<Live, "send" | "state" | "onOnline">;

const ASK_DELAY_MS = 400;
const RETRY_DELAY_MS = 2_000;
const MAX_TEXTS_PER_QUESTION = 40;
const MAX_TEXT_LENGTH = 5_000;
/** Letters in one question; the rest goes in the next. */
const MAX_LENGTH_PER_QUESTION = 12_000;

/** Words as they are compared: small letters, single spaces. */
export function alike(words: string): string {
  return words.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}

/** The part of a text that is looked at. */
function cut(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH).replace(/[\ud800-\udbff]$/, "") : text;
}

/** The settled words with what is said instead, as one text. */
function settledWords(state: State): string {
  const settled = Object.values(state.collections.terms).filter((term) => term.state === "settled");
  return settled
    .map((term) => `${term.word}\n${term.plain}`)
    .sort()
    .join("\n\n");
}

export class Checker {
  /** Grows when there is something new to look up. */
  readonly revision = signal(0);
  /** Words that the community said are fine here. */
  readonly accepted: ReadonlySignal<ReadonlySet<string>>;
  private readonly known = new Map<string, Check>();
  private readonly wanted = new Map<string, readonly string[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private readonly forget: (() => void)[];

  constructor(
    private readonly live: Asking,
    private readonly language: string,
  ) {
    const fine = computed(() =>
      Object.values(live.state.value.collections.wordings)
        .map((one) => one.words)
        .sort()
        .join("\n"),
    );
    this.accepted = computed(() => new Set(fine.value.split("\n").filter(Boolean)));
    // What the group agreed to say is proposed by the server, so it is asked again when that changes.
    const agreed = computed(() => settledWords(live.state.value));
    let before: ReadonlySet<string> = new Set();
    let said = agreed.peek();
    this.forget = [
      live.onOnline(() => this.schedule(0)),
      effect(() => {
        const now = this.accepted.value;
        // The server left these out: what they are is to be asked again.
        if ([...before].some((words) => !now.has(words))) this.again();
        before = now;
      }),
      effect(() => {
        if (agreed.value === said) return;
        said = agreed.value;
        this.again();
      }),
    ];
  }

  /** These texts are looked at in this place now, instead of earlier ones. */
  put(place: string, texts: readonly string[]): void {
    this.wanted.set(place, texts.map(cut));
    this.schedule(ASK_DELAY_MS);
  }

  /** Nobody looks at this place any more. */
  drop(place: string): void {
    this.wanted.delete(place);
  }

  /** What is known of a text, without what is fine here; nothing when it was not answered yet. */
  look(text: string): Check | undefined {
    const found = this.known.get(cut(text));
    const fine = this.accepted.value;
    if (!found || !fine.size) return found;
    return { ...found, marks: found.marks.filter((mark) => !fine.has(alike(mark.text))) };
  }

  close(): void {
    clearTimeout(this.timer);
    for (const undo of this.forget) undo();
    this.wanted.clear();
  }

  private again(): void {
    this.known.clear();
    this.schedule(0);
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), wait);
  }

  private missing(): string[] {
    const texts = new Set([...this.wanted.values()].flat());
    return [...texts].filter((text) => text.trim() && !this.known.has(text));
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    const texts = fitting(this.missing());
    if (!texts.length) return;
    this.asking = true;
    try {
      const ack = await this.live.send("language.check", { texts, language: this.language }, { quiet: true });
      this.take(texts, ack["checks"] as Check[]);
      this.asking = false;
      this.schedule(0);
    } catch (error) {
      this.asking = false;
      // Without a connection nothing is asked until there is one again.
      if ((error as CommandError).code === "too_fast") this.schedule(RETRY_DELAY_MS);
    }
  }

  private take(texts: readonly string[], checks: readonly Check[]): void {
    const still = new Set([...this.wanted.values()].flat());
    for (const text of [...this.known.keys()]) if (!still.has(text)) this.known.delete(text);
    texts.forEach((text, at) => {
      const check = checks[at];
      if (check) this.known.set(text, check);
    });
    this.revision.value += 1;
  }
}

/** As many texts as go in one question. */
function fitting(texts: readonly string[]): string[] {
  const found: string[] = [];
  let letters = 0;
  for (const text of texts.slice(0, MAX_TEXTS_PER_QUESTION)) {
    letters += text.length;
    if (found.length && letters > MAX_LENGTH_PER_QUESTION) break;
    found.push(text);
  }
  return found;
}
