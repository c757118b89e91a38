/** Finds words in a text, whatever happened to its spaces, breaks and signs that nobody sees. */

const UNSEEN = /[\s\p{Cf}\p{Cc}]/u;

/** A letter with the signs on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

interface Letters {
  letters: string;
  /** Where each letter begins and ends in the text. */
  at: [number, number][];
}

function lettersOf(text: string): Letters {
  const at: Letters["at"] = [];
  let letters = "";
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    // A letter and its accent are one sign or two, as the keyboard likes.
    for (const sign of cluster.normalize("NFC")) {
      if (UNSEEN.test(sign)) continue;
      letters += sign;
      for (let n = 0; n < sign.length; n += 1) at.push([index, index + cluster.length]);
    }
  }
  return { letters, at };
}

/** Whether two texts have the same words. */
export function sameWords(one: string, other: string): boolean {
  return lettersOf(one).letters === lettersOf(other).letters;
}

/** Where words stand in a text: start and end, nearest to a place; null when they are not in it. */
export function findWords(text: string, words: string, near = 0): [number, number] | null {
  const { letters, at } = lettersOf(text);
  const wanted = lettersOf(words).letters;
  if (!wanted) return null;
  let best: [number, number] | null = null;
  for (let found = letters.indexOf(wanted); found >= 0; found = letters.indexOf(wanted, found + 1)) {
    const start = at[found]?.[0] ?? 0;
    const end = at[found + wanted.length - 1]?.[1] ?? start;
    if (!best || Math.abs(start - near) < Math.abs(best[0] - near)) best = [start, end];
  }
  return best;
}
