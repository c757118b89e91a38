/** The text of a section for who only reads: opened, kept up to date, never changed. */
import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";
import * as Y from "yjs";
import source from "../../../../workshop/vision/schema.json";
import type { Live } from "../../core/live/connection";
import { idsIn } from "../../core/text/sharedWords";

/** A piece of text: a paragraph, a heading or an item of a list. */
export interface Block {
  kind: "paragraph" | "heading" | "item" | "quote";
  text: string;
  /** The ids of its words, with spaces between them; empty where nothing has pointed at them yet. */
  id: string;
}

const KINDS: Readonly<Record<string, Block["kind"]>> = { heading: "heading", list_item: "item", blockquote: "quote" };
const RETRY_DELAY_MS = 2_000;

/** The pieces of a document, in order; what holds no words is left out. */
export function blocksOf(fragment: Y.XmlFragment): Block[] {
  const found: Block[] = [];
  const walk = (element: Y.XmlElement, kind: Block["kind"], depth: number) => {
    const own = KINDS[element.nodeName] ?? kind;
    if (element.nodeName === "paragraph" || element.nodeName === "heading") {
      const text = textOf(element).trim();
      if (text) found.push({ kind: own, text, id: [...new Set(idsIn(element))].join(" ") });
      return;
    }
    if (depth > source.depth) return;
    for (const child of element.toArray()) {
      if (child instanceof Y.XmlElement) walk(child, own, depth + 1);
    }
  };
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlElement) walk(child, "paragraph", 0);
  }
  return found;
}

function textOf(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((child) => {
      if (!(child instanceof Y.XmlText)) return " ";
      const parts = child.toDelta() as { insert: unknown }[];
      return parts.map((part) => (typeof part.insert === "string" ? part.insert : "")).join("");
    })
    .join("");
}

export class ReadText {
  readonly blocks: Signal<readonly Block[] | null> = signal(null);
  private readonly doc = new Y.Doc();
  private readonly forget: (() => void)[];

  constructor(
    private readonly live: Live,
    private readonly section: string,
  ) {
    this.forget = [
      live.on<{ section: string; updates: Uint8Array[] }>("vision", (event) => {
        if (event.section === section) this.apply(event.updates);
      }),
      live.onOnline(() => void this.open()),
    ];
  }

  close(): void {
    for (const undo of this.forget) undo();
    if (this.live.status.peek() === "online")
      void this.live.send("vision.close", { section: this.section }, { quiet: true }).catch(() => undefined);
    this.doc.destroy();
  }

  private apply(updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    if (this.blocks.peek()) this.read();
  }

  private read(): void {
    this.blocks.value = blocksOf(this.doc.getXmlFragment(source.root));
  }

  /** Opens it, or opens it again after a lost connection. */
  private async open(): Promise<void> {
    try {
      const fields = { section: this.section, schema: source.version, vector: Y.encodeStateVector(this.doc) };
      const ack = await this.live.send("vision.open", fields, { quiet: true });
      Y.applyUpdate(this.doc, ack["update"] as Uint8Array);
      this.read();
    } catch {
      setTimeout(() => {
        if (this.live.status.peek() === "online" && !this.doc.isDestroyed) void this.open();
      }, RETRY_DELAY_MS);
    }
  }
}
