/**
 * The ids by which cards stand behind words. Every letter carries the ids of the words that it came with, so they
 * stay with them wherever they go: Enter, joining, moving, taking back, and what others do meanwhile.
 */
import type { Mark, Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { markType, nodeType } from "./schema";

/** The mark that words carry of which a source has this id. */
export function passageMark(id: string): Mark {
  return markType("passage").create({ id });
}

/** The ids that marks say. */
export function idsOfMarks(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) => (mark.type === markType("passage") ? [String(mark.attrs["id"])] : []));
}

/** The ids of the words of a block; an empty line has none. */
export function idsOf(node: Node): string[] {
  if (!node.isTextblock || isEmpty(node)) return [];
  const ids = new Set<string>();
  node.forEach((words) => {
    for (const id of idsOfMarks(words.marks)) ids.add(id);
  });
  return [...ids];
}

/** Whether nobody sees words in a block. */
export function isEmpty(node: Node): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff]/.test(node.textContent);
}

/** The paragraphs of a document, with their place. */
export function paragraphs(doc: Node): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type === nodeType("paragraph")) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}

/** Lets all words of a block carry an id. */
export function addPassage(tr: Transaction, pos: number, node: Node, id: string): Transaction {
  node.forEach((words, offset) => {
    if (words.isText) tr.addMark(pos + 1 + offset, pos + 1 + offset + words.nodeSize, passageMark(id));
  });
  return tr;
}
