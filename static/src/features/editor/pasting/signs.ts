/** Signs that nobody sees, in text that comes from outside: they would break words, marks and search. */

/**
 * Zero-width space and word joiner, soft hyphen, byte order mark, the signs that turn the direction of what
 * follows, annotation and object signs, and control characters. The server does the same with what people type elsewhere.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex lint/suspicious/noMisleadingCharacterClass: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/gu;

/** Joiners have work to do in emoji and in scripts that join, signs of direction beside letters that run from right to left. */
const SOMETIMES = /\u200c|\u200d|[\u200e\u200f\u061c]/gu;
const JOINER = /\u200c|\u200d/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const LETTER = /\p{L}|\p{M}/u;
const LATIN_LIKE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}]/u;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/**
 * The same words without signs that nobody sees; every kind of space is a space, every line end "\n".
 * What a script or an emoji needs stays.
 */
export function visible(text: string): string {
  const plain = text.replace(LINE_ENDS, "\n").replace(UNSEEN, "").replace(SPACES, " ");
  return plain.replace(SOMETIMES, (sign, at: number) => (works(plain, at) ? sign : ""));
}

/** Whether the sign at this place does something. */
function works(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const [after = ""] = text.slice(at + 1);
  if (!JOINER.test(text.charAt(at))) {
    const letters = [before.slice(-1), after].filter((sign) => /\p{L}/u.test(sign));
    return letters.length === 1 && RIGHT_TO_LEFT.test(letters[0] ?? "");
  }
  if (EMOJI_BEFORE.test(before)) return /\p{Extended_Pictographic}|\p{Emoji}/u.test(after);
  const [last = ""] = before.slice(-1);
  return LETTER.test(last) && !LATIN_LIKE.test(last) && (/\p{M}/u.test(last) || LETTER.test(after));
}
