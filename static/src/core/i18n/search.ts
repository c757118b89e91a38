/** Searching in what people wrote, as people search: capitals and accents make no difference. */

/** A text without capitals, accents and signs that nobody sees. */
export function plainly(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
}

/** Tells whether a text has every word that is looked for, each anywhere in it. */
export function searcher(wanted: string): (text: string) => boolean {
  const words = plainly(wanted).split(/\s+/).filter(Boolean);
  return (text) => {
    const plain = plainly(text);
    return words.every((word) => plain.includes(word));
  };
}
