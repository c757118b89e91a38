/**
 * Where a comment hangs in a section's text. The text holds nothing of it: the comment knows the words, the
 * paragraph's id where it has one, and a place that Yjs moves along with every change.
 */
import * as Y from "yjs";
import { findWords } from "./words";

export interface Anchor {
  section: string;
  paragraph: string;
  place: string;
  words: string;
}

/** Words in a block: the number of the block in its text, and places in its words. */
export interface Spot {
  block: number;
  start: number;
  end: number;
}

interface Block {
  id: string;
  parts: Y.XmlText[];
  text: string;
}

const LEAVES = new Set(["paragraph", "heading"]);

function wordsOf(part: Y.XmlText): string {
  return (part.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}

/** The blocks with words, in order; a break within one counts as nothing, as in the page's own words. */
export function blocksIn(fragment: Y.XmlFragment): Block[] {
  const found: Block[] = [];
  const walk = (parent: Y.XmlFragment | Y.XmlElement) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (!LEAVES.has(child.nodeName)) {
        walk(child);
        continue;
      }
      const parts = child.toArray().filter((part): part is Y.XmlText => part instanceof Y.XmlText);
      found.push({ id: String(child.getAttribute("id") ?? ""), parts, text: parts.map(wordsOf).join("") });
    }
  };
  walk(fragment);
  return found;
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

/** The anchor of words that begin at a place in a block. */
export function anchorOf(section: string, fragment: Y.XmlFragment, at: number, start: number, words: string): Anchor {
  const block = blocksIn(fragment)[at];
  let left = start;
  for (const part of block?.parts ?? []) {
    if (left < part.length) {
      const place = toText(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(part, left)));
      return { section, paragraph: block?.id ?? "", place, words };
    }
    left -= part.length;
  }
  return { section, paragraph: block?.id ?? "", place: "", words };
}

/** Where Yjs says that the words began, after all that was written since. */
function placed(fragment: Y.XmlFragment, blocks: readonly Block[], place: string): { block: number; start: number } | null {
  if (!place || !fragment.doc) return null;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(toBytes(place)), fragment.doc);
    const block = found ? blocks.findIndex((one) => one.parts.includes(found.type as Y.XmlText)) : -1;
    if (!found || block < 0) return null;
    let start = found.index;
    for (const part of blocks[block]?.parts ?? []) {
      if (part === found.type) break;
      start += part.length;
    }
    return { block, start };
  } catch {
    return null; // what another program put there
  }
}

/** Where the words of an anchor stand now; null when they changed meanwhile. */
export function locate(fragment: Y.XmlFragment, anchor: Omit<Anchor, "section">): Spot | null {
  const blocks = blocksIn(fragment);
  const known = placed(fragment, blocks, anchor.place);
  const named = anchor.paragraph ? blocks.findIndex((block) => block.id === anchor.paragraph) : -1;
  const order = blocks.map((_, n) => n).sort((a, b) => distance(a) - distance(b) || a - b);
  function distance(n: number): number {
    if (n === known?.block) return -2;
    return n === named ? -1 : Math.abs(n - (known?.block ?? Math.max(named, 0)));
  }
  for (const n of order) {
    const found = findWords(blocks[n]?.text ?? "", anchor.words, n === known?.block ? known.start : 0);
    if (found) return { block: n, start: found[0], end: found[1] };
  }
  return null;
}
