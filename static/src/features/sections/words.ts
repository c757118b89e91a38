/** Reads the words that cards are behind from a shared text, without an editor. */
import * as Y from "yjs";
import { piecesOf } from "../../core/text/sharedWords";

const BETWEEN = " … ";

/** Id -> the words that carry it, in the order of the text; words at several places with a sign between them. */
export function wordsIn(fragment: Y.XmlFragment): Map<string, string> {
  const found = new Map<string, string[]>();
  const walk = (parent: Y.XmlFragment | Y.XmlElement) => {
    const here = new Map<string, string>();
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlElement) walk(child);
      else if (child instanceof Y.XmlText) {
        for (const { words, ids } of piecesOf(child)) for (const id of ids) here.set(id, (here.get(id) ?? "") + words);
      }
    }
    for (const [id, words] of here) if (words.trim()) found.set(id, [...(found.get(id) ?? []), words.trim()]);
  };
  walk(fragment);
  return new Map([...found].map(([id, places]) => [id, places.join(BETWEEN)]));
}
