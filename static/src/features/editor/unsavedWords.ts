/** Words that could not be saved and were put aside on this device, until their writer throws them away. */
import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import * as Y from "yjs";
import { textAsidePrefix } from "../../core/store/device";

export class UnsavedWords {
  private readonly prefix: string;
  private readonly kept = signal<ReadonlyMap<string, string>>(new Map());

  constructor(
    community: string,
    member: string,
    private readonly storage: Storage | null,
  ) {
    this.prefix = textAsidePrefix(community, member);
    this.kept.value = new Map(this.read());
  }

  /** Section -> its words. */
  get all(): ReadonlySignal<ReadonlyMap<string, string>> {
    return this.kept;
  }

  /** Puts words aside, below what is there already. */
  put(section: string, words: string): void {
    const before = this.kept.peek().get(section);
    const now = before && before !== words ? `${before}\n\n${words}` : words;
    if (!now.trim()) return;
    this.kept.value = new Map(this.kept.peek()).set(section, now);
    try {
      this.storage?.setItem(this.prefix + section, now);
    } catch {
      // A full or forbidden storage: the words are on the screen for as long as the page is.
    }
  }

  /** Throws them away. */
  drop(section: string): void {
    const rest = new Map(this.kept.peek());
    rest.delete(section);
    this.kept.value = rest;
    try {
      this.storage?.removeItem(this.prefix + section);
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  }

  private read(): [string, string][] {
    try {
      const keys = Object.keys(this.storage ?? {}).filter((key) => key.startsWith(this.prefix));
      return keys.map((key) => [key.slice(this.prefix.length), this.storage?.getItem(key) ?? ""]);
    } catch {
      return [];
    }
  }
}

/** The words of a text, a line for each paragraph. */
export function linesOf(parent: Y.XmlFragment | Y.XmlElement): string {
  const lines: string[] = [];
  const walk = (element: Y.XmlFragment | Y.XmlElement) => {
    let line = "";
    for (const child of element.toArray()) {
      if (child instanceof Y.XmlElement) walk(child);
      else if (child instanceof Y.XmlText) {
        line += (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
      }
    }
    if (line) lines.push(line);
  };
  walk(parent);
  return lines.join("\n");
}
