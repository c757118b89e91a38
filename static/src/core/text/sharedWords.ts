/** What a shared text says, read from the shared document itself. */
import * as Y from "yjs";

interface Piece {
  words: string;
  ids: string[];
}

/** The runs of letters in a paragraph or heading, each with the ids by which cards stand behind it. */
export function piecesOf(text: Y.XmlText): Piece[] {
  const found: Piece[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, { id?: unknown }> }[]) {
    if (typeof insert !== "string") continue;
    const ids: string[] = [];
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (name.startsWith("passage--") && typeof value.id === "string") ids.push(value.id);
    }
    found.push({ words: insert, ids });
  }
  return found;
}

/** Whether a shared text says anything. */
export function hasWords(parent: Y.XmlFragment | Y.XmlElement): boolean {
  return parent.toArray().some((child) => (child instanceof Y.XmlElement ? hasWords(child) : (child as Y.XmlText).length > 0));
}

/** The ids of the words of a shared text that somebody sees. */
export function* idsIn(parent: Y.XmlFragment | Y.XmlElement): Generator<string> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) yield* idsIn(child);
    else if (child instanceof Y.XmlText) for (const { words, ids } of piecesOf(child)) if (words.trim()) yield* ids;
  }
}
