/**
 * Replacing words everywhere: one act in all parts of the text, and one act that takes it back. It goes into
 * the shared texts themselves, since a part that is far from the screen has no editor.
 */
import * as Y from "yjs";
import type { Insertion } from "../wordings";
import { textOf } from "./plain";
import type { SectionText } from "./sectionText";

/** One change that somebody chose. Its places are counted in `text`, the block as it was then. */
export interface Chosen {
  section: string;
  block: Y.XmlElement;
  text: string;
  change: Insertion;
}

/**
 * Makes the changes in the texts of a page.
 *
 * @returns how many were made (the words of the others had changed meanwhile), and how to take them back
 */
export function replaceAll(texts: ReadonlyMap<string, SectionText>, chosen: readonly Chosen[]): { made: number; undo: () => void } {
  const managers: Y.UndoManager[] = [];
  let made = 0;
  for (const [section, text] of texts) {
    const own = chosen.filter((one) => one.section === section);
    if (!own.length) continue;
    const origin = {};
    managers.push(new Y.UndoManager(text.fragment, { trackedOrigins: new Set([origin]), captureTimeout: 0 }));
    text.doc.transact(() => {
      made += makeChanges(own);
    }, origin);
  }
  const undo = () => {
    for (const manager of managers) {
      while (manager.canUndo()) manager.undo();
      manager.destroy();
    }
  };
  return { made, undo };
}

/** From the last to the first, so that the places before stay what they are. */
function makeChanges(chosen: readonly Chosen[]): number {
  const blocks = new Map<Y.XmlElement, Chosen[]>();
  for (const one of chosen) blocks.set(one.block, [...(blocks.get(one.block) ?? []), one]);
  let made = 0;
  for (const [block, changes] of blocks) {
    for (const { text, change } of changes.sort((a, b) => b.change.start - a.change.start)) {
      const at = placeNow(textOf(block), text, change);
      if (at !== null && put(block, at, change)) made += 1;
    }
  }
  return made;
}

/** Where a change is now: where it was when what stands before it is the same, otherwise where its sentence is. */
export function placeNow(now: string, before: string, { start, old, before: begun, after }: Insertion): number | null {
  if (now.startsWith(before.slice(0, start + old.length))) return start;
  const sentence = begun + old + after;
  const at = now.indexOf(sentence);
  return at < 0 || now.indexOf(sentence, at + 1) >= 0 ? null : at + begun.length;
}

interface Piece {
  insert: string;
  attributes?: Record<string, unknown>;
}

/** In which type the letter at a place stands. */
function typeAt(pieces: readonly Piece[], place: number): Record<string, unknown> {
  let passed = 0;
  for (const piece of pieces) {
    passed += piece.insert.length;
    if (passed > place) return piece.attributes ?? {};
  }
  return {};
}

/** Puts the new words in, in the type of the first of the old ones; tells whether these stand there in one piece. */
function put(block: Y.XmlElement, at: number, { old, text }: Insertion): boolean {
  let start = 0;
  for (const child of block.toArray()) {
    if (!(child instanceof Y.XmlText)) {
      start += 1;
      continue;
    }
    const words = (child.toDelta() as Piece[]).filter((piece) => typeof piece.insert === "string");
    const whole = words.map((piece) => piece.insert).join("");
    const from = at - start;
    if (from >= 0 && from + old.length <= whole.length) {
      if (whole.slice(from, from + old.length) !== old) return false;
      child.insert(from, text, typeAt(words, from));
      child.delete(from + text.length, old.length);
      return true;
    }
    start += whole.length;
  }
  return false;
}
