/** Finds words of the word exchange in a text, in the forms that the server gave. */

/** A word with the forms in which it stands in a text, in lower case. */
export interface Searched {
  id: string;
  forms: readonly string[];
}

/** A place of a word. Places are counted in the text itself. */
export interface Found {
  id: string;
  start: number;
  end: number;
}

interface Form {
  id: string;
  words: readonly string[];
}

/** Words as the language helper cuts them: a hyphen or an apostrophe inside belongs to the word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’@&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const MAX_REMEMBERED = 2_000;

interface Token {
  lower: string;
  start: number;
  end: number;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(WORD)].map((one) => ({ lower: one[0].toLowerCase(), start: one.index, end: one.index + one[0].length }));
}

export class TermFinder {
  private readonly starts = new Map<string, Form[]>();
  private readonly known = new Map<string, readonly Found[]>();

  constructor(searched: readonly Searched[]) {
    for (const { id, forms } of searched) {
      for (const form of forms) {
        const words = tokens(form).map((one) => one.lower);
        const [first] = words;
        if (first) this.starts.set(first, [...(this.starts.get(first) ?? []), { id, words }]);
      }
    }
    // The longest form is the better reading of the same words.
    for (const forms of this.starts.values()) forms.sort((a, b) => b.words.length - a.words.length);
  }

  /** Every place of a word in a text, in order; no word of the text belongs to two. */
  find(text: string): readonly Found[] {
    if (!this.starts.size) return [];
    const known = this.known.get(text);
    if (known) return known;
    if (this.known.size >= MAX_REMEMBERED) this.known.clear();
    const found = this.search(text);
    this.known.set(text, found);
    return found;
  }

  private search(text: string): Found[] {
    const row = tokens(text);
    const found: Found[] = [];
    for (let at = 0; at < row.length; at += 1) {
      const form = this.starts.get(row[at]?.lower ?? "")?.find(({ words }) => together(text, row.slice(at, at + words.length), words));
      const last = form && row[at + form.words.length - 1];
      if (!form || !last) continue;
      found.push({ id: form.id, start: row[at]?.start ?? 0, end: last.end });
      at += form.words.length - 1;
    }
    return found;
  }
}

/** Whether these are the words, with nothing but space between them, or a hyphen that stands alone. */
function together(text: string, row: readonly Token[], words: readonly string[]): boolean {
  if (row.length < words.length) return false;
  return row.every((token, n) => {
    const before = row[n - 1];
    return token.lower === words[n] && (!before || /^-?\s+$/.test(text.slice(before.end, token.start)));
  });
}
