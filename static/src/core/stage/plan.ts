/** Which things stand on which page of the screen, from their measured heights. Pure. */

/** How large cards are, in hundredths of the screen's width, and in how many columns they stand. */
export interface Size {
  readonly columns: number;
  readonly text: number;
}

/** From large to small; the last one is the smallest that is read at ten metres. */
export const SIZES: readonly Size[] = [
  { columns: 1, text: 3.6 },
  { columns: 2, text: 2.7 },
  { columns: 2, text: 2.2 },
  { columns: 3, text: 2 },
  { columns: 3, text: 1.7 },
  { columns: 3, text: 1.5 },
];

/** How large a single thing is that is too tall for a column. */
export const ALONE: readonly Size[] = [2.7, 2.2, 1.8, 1.5].map((text) => ({ columns: 1, text }));

/** Puts things one after the other in the shortest column; a new page begins when none has room. */
export function fill(heights: readonly number[], columns: number, height: number, gap: number): number[][][] {
  const pages: number[][][] = [];
  let page: number[][] = [];
  let filled: number[] = [];
  const begin = () => {
    page = Array.from({ length: columns }, () => []);
    filled = page.map(() => 0);
    pages.push(page);
  };
  for (const [n, one] of heights.entries()) {
    let at = filled.indexOf(Math.min(...filled));
    const used = filled[at] ?? 0;
    if (!pages.length || (used > 0 && used + gap + one > height)) {
      begin();
      at = 0;
    }
    page[at]?.push(n);
    filled[at] = (filled[at] ?? 0) + one + (filled[at] ? gap : 0);
  }
  return pages;
}

const FIRST_S = 4;
const LEAST_S = 12;
const WORDS_A_SECOND = 2.5;

/** How long a page with so many words stays, in milliseconds. */
export function turnAfter(words: number): number {
  return Math.max(LEAST_S, FIRST_S + words / WORDS_A_SECOND) * 1000;
}

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

const LONGEST = 320;

/** A long text in pieces that fit on a page: whole sentences, and of a very long sentence whole words. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  const parts = text.match(/[^.!?…]+(?:[.!?…]+["”’)]*\s*|$)/g) ?? [text];
  for (const part of parts.flatMap(shorter)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + part.length <= LONGEST) found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found.map((one) => one.trim()).filter(Boolean);
}

function shorter(sentence: string): string[] {
  const found: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(" ", LONGEST);
    const end = space > 0 ? space : LONGEST;
    found.push(rest.slice(0, end + 1));
    rest = rest.slice(end + 1);
  }
  return [...found, rest];
}
