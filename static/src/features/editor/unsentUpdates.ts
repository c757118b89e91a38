/**
 * What was written but not acknowledged, kept on this device: a reload or an empty battery
 * loses nothing. One key per open text, so that two tabs of one person do not overwrite each other.
 */
import { unsentTextPrefix } from "../../core/store/device";
import { fromBase64, toBase64 } from "./bytes64";

export interface StoredUpdate {
  key: string;
  value: string;
  update: Uint8Array;
}

export class UnsentUpdates {
  private readonly prefix: string;

  constructor(
    community: string,
    member: string,
    private readonly storage: Storage | null,
  ) {
    this.prefix = unsentTextPrefix(community, member);
  }

  /** Keeps an update under the number of its document, or forgets it (null). */
  put(section: string, client: number, update: Uint8Array | null): void {
    const key = `${this.prefix}${section}:${client}`;
    try {
      if (update) this.storage?.setItem(key, toBase64(update));
      else this.storage?.removeItem(key);
    } catch {
      // A full or forbidden storage: the text is still on the screen, and is still being sent.
    }
  }

  /** What earlier pages left of a section's text. */
  stored(section: string): StoredUpdate[] {
    const found: StoredUpdate[] = [];
    for (const key of this.keys(`${section}:`)) {
      const value = this.storage?.getItem(key) ?? "";
      try {
        found.push({ key, value, update: fromBase64(value) });
      } catch {
        this.storage?.removeItem(key);
      }
    }
    return found;
  }

  /** Forgets what was sent meanwhile, unless another tab has put something new there. */
  forget(kept: readonly StoredUpdate[]): void {
    for (const { key, value } of kept) {
      try {
        if (this.storage?.getItem(key) === value) this.storage.removeItem(key);
      } catch {
        // Nothing was kept, so nothing is left behind.
      }
    }
  }

  /** Sections of which something is still kept. */
  sections(): string[] {
    return [...new Set(this.keys("").map((key) => key.slice(this.prefix.length).split(":")[0] ?? ""))];
  }

  private keys(more: string): string[] {
    try {
      return Object.keys(this.storage ?? {}).filter((key) => key.startsWith(this.prefix + more));
    } catch {
      return [];
    }
  }
}
