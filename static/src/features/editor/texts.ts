/**
 * All section texts of this page. Whoever comes near uses a text; whoever only wants to read, search or
 * print all of it keeps the others, which then follow calmly. Closed when nobody needs it and all is saved.
 */
import { computed, signal } from "@preact/signals";
import type { Live } from "../../core/live/connection";
import { SectionText } from "./sectionText";
import { linesOf, UnsavedWords } from "./unsavedWords";
import { UnsentUpdates } from "./unsentUpdates";

/** A text that nobody looks at stays open for a moment: people go back and forth. */
const CLOSE_DELAY_MS = 5_000;

interface Batch {
  section: string;
  updates: Uint8Array[];
}

export class Texts {
  readonly all = signal<ReadonlyMap<string, SectionText>>(new Map());
  /** Whether any text has something that the server has not acknowledged. */
  readonly unsaved = computed(() => [...this.all.value.values()].some((text) => text.unsaved.value));
  /** The texts that are used, or were until a moment ago. */
  readonly used = computed(() => [...this.all.value.values()].filter((text) => !text.calm.value));
  readonly stale = computed(() => [...this.all.value.values()].some((text) => text.stage.value === "stale"));
  private readonly users = new Map<string, number>();
  private readonly keepers = new Map<string, number>();
  private readonly unsent: UnsentUpdates;
  readonly aside: UnsavedWords;

  constructor(
    private readonly live: Live,
    community: string,
    private readonly member: string,
    storage: Storage | null,
  ) {
    this.unsent = new UnsentUpdates(community, member, storage);
    this.aside = new UnsavedWords(community, member, storage);
    live.on<Batch>("vision", ({ section, updates }) => this.all.peek().get(section)?.receive(updates));
    live.on<Batch>("cursor", ({ section, updates }) => this.all.peek().get(section)?.receiveCursors(updates));
    globalThis.addEventListener("pagehide", () => {
      for (const text of this.all.peek().values()) text.storeUnsent();
    });
    // What an earlier page left unsent goes out now, also when nobody looks at that section.
    for (const section of this.unsent.sections()) this.use(section)();
  }

  get(section: string): SectionText | undefined {
    return this.all.value.get(section);
  }

  /** Opens a section's text; call what comes back when it is no longer looked at. */
  use(section: string): () => void {
    const undo = this.need(this.users, section);
    this.all.peek().get(section)?.follow(true);
    return undo;
  }

  /** Opens a section's text to read it from afar; call what comes back when that is over. */
  keep(section: string): () => void {
    return this.need(this.keepers, section);
  }

  private need(counts: Map<string, number>, section: string): () => void {
    counts.set(section, (counts.get(section) ?? 0) + 1);
    if (!this.all.peek().has(section)) {
      const text = new SectionText(this.live, this.unsent, section, this.member);
      text.follow(counts === this.users);
      this.put(section, text);
    }
    let needed = true;
    return () => {
      if (!needed) return;
      needed = false;
      counts.set(section, (counts.get(section) ?? 1) - 1);
      setTimeout(() => this.tidy(section), CLOSE_DELAY_MS);
    };
  }

  /** Reads the section again as it was saved; the words that were not are put aside on this device. */
  restart(section: string): void {
    const old = this.all.peek().get(section);
    if (!old) return;
    this.aside.put(section, linesOf(old.fragment));
    old.abandon();
    old.close();
    this.put(section, new SectionText(this.live, this.unsent, section, this.member));
  }

  private tidy(section: string): void {
    const text = this.all.peek().get(section);
    if (!text || (this.users.get(section) ?? 0) > 0) return;
    text.follow(false);
    if ((this.keepers.get(section) ?? 0) > 0) return;
    if (text.unsaved.peek() || text.stage.peek() === "opening") {
      setTimeout(() => this.tidy(section), CLOSE_DELAY_MS);
      return;
    }
    text.close();
    const rest = new Map(this.all.peek());
    rest.delete(section);
    this.all.value = rest;
  }

  private put(section: string, text: SectionText): void {
    this.all.value = new Map(this.all.peek()).set(section, text);
  }
}

/**
 * Watches exactly these texts from now on.
 *
 * @param watched - what ends each watch that there is; kept up to date
 */
export function followEach(
  watched: Map<SectionText, () => void>,
  texts: readonly SectionText[],
  watch: (text: SectionText) => () => void,
): void {
  for (const [text, undo] of [...watched]) {
    if (texts.includes(text)) continue;
    undo();
    watched.delete(text);
  }
  for (const text of texts) if (!watched.has(text)) watched.set(text, watch(text));
}
