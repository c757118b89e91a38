/** Reads the words of paragraphs from a shared text, without an editor. */
import * as Y from "yjs";

/** Paragraph id -> its words, in the order of the text. */
export function wordsIn(fragment: Y.XmlFragment): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (parent: Y.XmlFragment | Y.XmlElement) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const id: unknown = child.getAttribute("id");
      // Both halves of a paragraph that was split have its ids: the words of both are behind them.
      for (const one of typeof id === "string" ? id.split(" ").filter(Boolean) : []) {
        const words = textOf(child);
        if (words.trim()) found.set(one, [found.get(one), words].filter(Boolean).join(" … "));
      }
      walk(child);
    }
  };
  walk(fragment);
  return found;
}

function textOf(element: Y.XmlElement): string {
  let text = "";
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) continue;
    for (const piece of child.toDelta() as { insert: unknown }[]) {
      if (typeof piece.insert === "string") text += piece.insert;
    }
  }
  return text;
}
