/** Words on the page: what somebody tapped or selected, and where an anchor's words are drawn. */

import type { Sentence } from "../../core/text/sentences";
import { placeIn, rangeOf, sentencesIn } from "../../core/text/sentences";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { anchorOf, locate } from "./anchor";
import { sameWords } from "./words";

const BLOCKS = "p, h3, h4";
const MAX_WORDS_LENGTH = 2_000;

/** Words that somebody wants to say something about. */
export interface Chosen {
  /** The words themselves, and the whole sentence that they begin in. */
  words: Anchor;
  sentence: Anchor;
  range: Range;
}

function textElement(section: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#section-${CSS.escape(section)} .section__text`);
}

/** The anchor of words in a block of the page; null when the shared text is not there. */
function anchorAt(page: VisionPage, block: Element, section: string, start: number, words: string): Anchor | null {
  const text = page.texts.get(section);
  const at = [...(textElement(section)?.querySelectorAll(BLOCKS) ?? [])].indexOf(block);
  if (!text || at < 0) return null;
  return anchorOf(section, text.fragment, at, start, words.replace(/\s+/g, " ").trim().slice(0, MAX_WORDS_LENGTH));
}

/** The anchor of a sentence of the page; null for a heading of a part, which is no part of its text. */
export function anchorOfSentence(page: VisionPage, sentence: Sentence): Anchor | null {
  if (!sentence.block.closest(".section__text")) return null;
  return anchorAt(page, sentence.block, sentence.section, sentence.start, sentence.text);
}

/** The sentences of a section as they are on the page. */
export function sentencesOf(page: VisionPage, section: string): Anchor[] {
  const blocks = [...(textElement(section)?.querySelectorAll(BLOCKS) ?? [])];
  const all = blocks.flatMap((block) => sentencesIn(block, page.boot.community.language));
  return all.flatMap((sentence) => anchorOfSentence(page, sentence) ?? []);
}

/** The block of a text in which this person reads and does not write, or null. */
function readBlock(page: VisionPage, node: Node | null): { block: Element; section: string } | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const block = element?.closest(BLOCKS);
  const section = block
    ?.closest(".section__text")
    ?.closest<HTMLElement>(".section")
    ?.id.replace(/^section-/, "");
  if (!block || !section || element?.closest("button, a")) return null;
  return page.mode.peek() === "read" || !page.mayWrite(section) ? { block, section } : null;
}

function chosenAt(page: VisionPage, node: Node, offset: number, selected: Range | null): Chosen | null {
  const found = readBlock(page, node);
  if (!found) return null;
  const { block, section } = found;
  const at = placeIn(block, node, offset);
  const all = sentencesIn(block, page.boot.community.language);
  const sentence = all.find((one) => at < one.end) ?? all.at(-1);
  const whole = sentence && anchorOfSentence(page, sentence);
  const range = sentence && (selected ?? rangeOf(sentence));
  if (!whole || !range) return null;
  const words = selected ? anchorAt(page, block, section, at, selected.toString()) : whole;
  return words?.words ? { words, sentence: whole, range } : null;
}

/** The sentence at a point of the screen. */
export function sentenceAt(page: VisionPage, event: MouseEvent): Chosen | null {
  const target = event.target as Element;
  // A settled word opens its own card.
  if (target.closest("[role=button]") || !readBlock(page, target)) return null;
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (caret) return chosenAt(page, caret.offsetNode, caret.offset, null);
  const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range ? chosenAt(page, range.startContainer, range.startOffset, null) : null;
}

/** The words that are selected; of several paragraphs, those of the first. */
export function selectedWords(page: VisionPage): Chosen | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const found = readBlock(page, range.startContainer);
  if (!found || !range.toString().trim()) return null;
  if (!found.block.contains(range.endContainer)) range.setEnd(found.block, found.block.childNodes.length);
  return chosenAt(page, range.startContainer, range.startOffset, range);
}

/** Where the words of an anchor are drawn now; null when they changed, or their part is not on the page. */
export function rangeOfAnchor(page: VisionPage, anchor: Anchor): Range | null {
  const text = page.texts.get(anchor.section);
  const spot = text && locate(text.fragment, anchor);
  const block = spot && textElement(anchor.section)?.querySelectorAll(BLOCKS)[spot.block];
  const range = block ? rangeOf({ block, start: spot.start, end: spot.end }) : null;
  // A text far from the screen is drawn a moment later than it changes.
  return range && sameWords(range.toString(), anchor.words) ? range : null;
}

/** Whether the words of an anchor are still in the text; null while the text is not there. */
export function isThere(page: VisionPage, anchor: Anchor): boolean | null {
  const text = page.texts.get(anchor.section);
  if (!text || text.stage.value === "opening") return null;
  return locate(text.fragment, anchor) !== null;
}
