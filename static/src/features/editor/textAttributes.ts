/** The marks of the editor as the shared text has them. */
import * as buffer from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import type { Mark } from "prosemirror-model";

const HASH_BYTES = 6;

/** The library's name of a mark of which several may lie over the same words: the mark's own with a hash of what it says. */
function hashed(mark: Mark): string {
  const bytes = digest(buffer.encodeAny(mark.toJSON()));
  const short = bytes.slice(0, HASH_BYTES);
  bytes.slice(HASH_BYTES).forEach((byte, at) => {
    short[at % HASH_BYTES] = (short[at % HASH_BYTES] ?? 0) ^ byte;
  });
  return `${mark.type.name}--${buffer.toBase64(short)}`;
}

/** The attributes of words with these marks, under the names that the library gives them. */
export function attributesOf(marks: readonly Mark[]): Record<string, unknown> {
  return Object.fromEntries(marks.map((mark) => [mark.type.excludes(mark.type) ? mark.type.name : hashed(mark), mark.attrs]));
}
