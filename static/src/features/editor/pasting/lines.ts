/** What the readers of a clipboard give and the writer takes: blocks of text in a row, each with its place. */

/** A run of text in one style. "\n" is a line break. */
export interface Piece {
  text: string;
  strong: boolean;
  em: boolean;
}

/** Where in which list a block stands. */
export interface Place {
  /** Which list it is: neighbours with the same list and level stand in one list. */
  list: string;
  /** Counted from 1. */
  level: number;
  ordered: boolean;
  /** The item's number, when a list begins with it. */
  start: number;
  /** Whether that is its number anyhow: where it does not follow the one above it, a new list begins. */
  exact: boolean;
  /** Which item: blocks with the same one stand in it together. */
  item: number;
}

/** A block of text. */
export interface Line {
  pieces: Piece[];
  /** The level of a heading; 0 for a paragraph. */
  heading: number;
  place: Place | null;
  quote: boolean;
}

/** A block as it is read: with what Word says of it beside its words. */
export interface ReadLine extends Line {
  /** Its left margin in pixels, when it has one of its own. */
  margin: number | null;
  /** The sign or number that Word wrote before it. */
  marker: string;
  /** Whether its first row stands out, as that of an item does. */
  hanging: boolean;
  /** Whether Word's own styles make it an item. */
  word: boolean;
}

export function plainPiece(text: string): Piece {
  return { text, strong: false, em: false };
}

export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

let items = 0;

/** A number that no other item has. */
export function newItem(): number {
  items += 1;
  return items;
}

/** The pieces from a place in their words on. */
export function after(pieces: readonly Piece[], at: number): Piece[] {
  let left = at;
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    return text ? [{ ...piece, text }] : [];
  });
}

/** The pieces up to a place in their words. */
export function before(pieces: readonly Piece[], at: number): Piece[] {
  let left = at;
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(0, left);
    left = Math.max(0, left - piece.text.length);
    return text ? [{ ...piece, text }] : [];
  });
}

/** Pieces cut at their line breaks. */
export function atBreaks(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [[]];
  for (const piece of pieces) {
    piece.text.split("\n").forEach((text, n) => {
      if (n) rows.push([]);
      if (text) rows.at(-1)?.push({ ...piece, text });
    });
  }
  return rows;
}

/** Pieces with single spaces, none at the ends or around line breaks; neighbours in one style are one. */
export function tidy(pieces: readonly Piece[]): Piece[] {
  const runs: { strong: boolean; em: boolean; parts: string[] }[] = [];
  let end = " ";
  for (const { text, strong, em } of pieces) {
    const words = text.replace(/[^\S\n]+/gu, " ").replace(/ ?\n ?/gu, "\n");
    const part = end === " " || end === "\n" ? words.replace(/^ /u, "") : words;
    if (!part) continue;
    end = part.charAt(part.length - 1);
    const last = runs.at(-1);
    if (last && last.strong === strong && last.em === em) last.parts.push(part);
    else runs.push({ strong, em, parts: [part] });
  }
  return trimmed(runs.map(({ parts, ...style }) => ({ ...style, text: parts.join("").replaceAll(" \n", "\n") })));
}

function trimmed(pieces: Piece[]): Piece[] {
  const words = wordsOf(pieces);
  const start = words.length - words.trimStart().length;
  return before(after(pieces, start), words.trim().length);
}
