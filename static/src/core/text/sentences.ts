/** The sentences of the text on the page, in order, and where each stands. */

/** Blocks of words; what hangs on them for who writes is not read. */
const BLOCKS = ".section__heading, .section__text :is(p, h3, h4)";
const NOT_READ = ".ProseMirror-widget, [aria-hidden=true]";

export interface Sentence {
  section: string;
  text: string;
  block: Element;
  /** Places in the block's words, as `wordsOf` puts them together. */
  start: number;
  end: number;
}

function textNodes(block: Element): Text[] {
  const found: Text[] = [];
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walk.nextNode()) if (walk.currentNode instanceof Text) found.push(walk.currentNode);
  return found;
}

/** Cuts words into sentences: where each starts and ends, without the space around it. */
export function cut(words: string, language: string): [number, number][] {
  const pieces = new Intl.Segmenter(language, { granularity: "sentence" }).segment(words);
  return [...pieces].flatMap(({ segment, index }): [number, number][] => {
    const before = segment.length - segment.trimStart().length;
    const length = segment.trim().length;
    // A piece of signs only, such as a row of dashes, is nothing to read.
    return /[\p{L}\p{N}]/u.test(segment) ? [[index + before, index + before + length]] : [];
  });
}

/** All sentences on the page, from the first section to the last. */
export function sentencesOn(page: ParentNode, language: string): Sentence[] {
  return [...page.querySelectorAll<HTMLElement>(BLOCKS)].flatMap((block) => sentencesIn(block, language));
}

/** The sentences of one block. */
export function sentencesIn(block: Element, language: string): Sentence[] {
  const section = block.closest<HTMLElement>(".section");
  if (!section || section.hidden) return [];
  const words = textNodes(block)
    .map((node) => node.data)
    .join("");
  return cut(words, language).map(([start, end]) => ({
    section: section.id.replace(/^section-/, ""),
    text: words.slice(start, end).replace(/\s+/g, " "),
    block,
    start,
    end,
  }));
}

/** Where a place of the page stands in a block's words. */
export function placeIn(block: Element, node: Node, offset: number): number {
  const until = document.createRange();
  until.setStart(block, 0);
  until.setEnd(node, offset);
  return textNodes(block).reduce((place, text) => {
    if (text === node) return place + offset;
    return place + (until.comparePoint(text, 0) <= 0 && text !== node ? text.data.length : 0);
  }, 0);
}

/** The words of a sentence as a range of the page; null when the page has changed under it. */
export function rangeOf(sentence: Pick<Sentence, "block" | "start" | "end">): Range | null {
  const range = document.createRange();
  let before = 0;
  let begun = false;
  for (const node of textNodes(sentence.block)) {
    const after = before + node.data.length;
    if (!begun && sentence.start < after) {
      range.setStart(node, sentence.start - before);
      begun = true;
    }
    if (begun && sentence.end <= after) {
      range.setEnd(node, sentence.end - before);
      return range;
    }
    before = after;
  }
  return null;
}

/**
 * Where a sentence is in a list that was made anew, because people go on writing: the same words in the same
 * section nearest to where it was; otherwise what stands at its place now.
 */
export function placeAgain(
  list: readonly Pick<Sentence, "section" | "text">[],
  was: Pick<Sentence, "section" | "text">,
  at: number,
): number {
  const same = list.flatMap((one, n) => (one.text === was.text && one.section === was.section ? [n] : []));
  const near = same.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
  return near ?? Math.max(0, Math.min(at, list.length - 1));
}
