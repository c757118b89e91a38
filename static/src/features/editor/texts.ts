/** All section texts of this page: opened when somebody comes near, closed when all is saved. */
import { computed, signal } from "@preact/signals";
import type { Live } from "../../core/live/connection";
import { SectionText } from "./sectionText";
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
  readonly stale = computed(() => [...this.all.value.values()].some((text) => text.stage.value === "stale"));
  private readonly users = new Map<string, number>();
  private readonly unsent: UnsentUpdates;

  constructor(
    private readonly live: Live,
    community: string,
    private readonly member: string,
    storage: Storage | null,
  ) {
    this.unsent = new UnsentUpdates(community, member, storage);
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
    this.users.set(section, (this.users.get(section) ?? 0) + 1);
    if (!this.all.peek().has(section)) this.put(section, new SectionText(this.live, this.unsent, section, this.member));
    let used = true;
    return () => {
      if (!used) return;
      used = false;
      this.users.set(section, (this.users.get(section) ?? 1) - 1);
      setTimeout(() => this.tidy(section), CLOSE_DELAY_MS);
    };
  }

  /** Throws away what could not be saved and reads the section again. */
  restart(section: string): void {
    const old = this.all.peek().get(section);
    if (!old) return;
    old.abandon();
    old.close();
    this.put(section, new SectionText(this.live, this.unsent, section, this.member));
  }

  private tidy(section: string): void {
    const text = this.all.peek().get(section);
    if (!text || (this.users.get(section) ?? 0) > 0) return;
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
