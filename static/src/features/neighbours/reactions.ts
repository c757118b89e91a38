/** What neighbours said, asked for once for the whole page and again when it changes. */
import { effect, signal } from "@preact/signals";
import type { Reading } from "../../generated/catalogue";
import type { VisionPage } from "../editor";

export interface Reaction {
  id: string;
  section: string;
  /** The words of the paragraph as it was published. */
  paragraph: string;
  name: string;
  text: string;
  day: string;
  state: "waiting" | "shown" | "hidden";
}

export class Reactions {
  /** By draft. */
  readonly all = signal<Readonly<Record<string, readonly Reaction[]>>>({});
  readonly failed = signal(false);
  private readonly asked = new Map<string, string>();

  constructor(private readonly page: VisionPage) {
    effect(() => {
      for (const reading of Object.values(page.state.collections.readings)) {
        if (reading.rev && this.asked.get(reading.id) !== moment(reading)) void this.ask(reading);
      }
    });
  }

  /** The drafts, the newest first. */
  get readings(): Reading[] {
    return Object.values(this.page.state.collections.readings).sort(
      (a, b) => Number(a.closed) - Number(b.closed) || (a.opened < b.opened ? 1 : -1),
    );
  }

  private async ask(reading: Reading): Promise<void> {
    const { id } = reading;
    this.asked.set(id, moment(reading));
    try {
      const answer = await this.page.live.send("reading.reactions", { reading: id }, { quiet: true });
      this.all.value = { ...this.all.peek(), [id]: answer["reactions"] as Reaction[] };
      this.failed.value = false;
    } catch {
      this.asked.delete(id);
      this.failed.value = true;
    }
  }
}

/** What the answer depends on. */
function moment({ rev, closed }: Reading): string {
  return `${rev} ${closed}`;
}

const kept = new WeakMap<VisionPage, Reactions>();

export function reactionsOf(page: VisionPage): Reactions {
  const there = kept.get(page) ?? new Reactions(page);
  kept.set(page, there);
  return there;
}
