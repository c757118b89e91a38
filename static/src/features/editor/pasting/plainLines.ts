/** Rows of text without any markup: which are items, which go on after the end of the row, which stand alone. */
import type { Line, Piece, Place } from "./lines";
import { after, atBreaks, before, newItem, plainPiece, tidy, wordsOf } from "./lines";
import { numberOf } from "./wordStyles";

interface Row {
  pieces: Piece[];
  words: string;
  /** How far it stands from the edge, in letters. */
  indent: number;
  marker: Marker | null;
}

interface Marker {
  kind: "bulleted" | "numbered";
  length: number;
  /** "-" or "•", or what stands behind a number: rows with the same look are one list. */
  look: string;
  number: number;
  level: number;
}

const SIGN = /^([•‣◦▪▫■□●○⁃∙·◆➢✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc])[\s\u00a0]+/u;
/** Word writes these with a tab: the signs of its second and third level. */
const WORD_SIGN = /^([o§])\t\s*/u;
const DASH = /^([-–—*+])\s+(?=\S)/u;
const NUMBER = /^\(?(?:\d{1,3}\.)*(\d{1,3})([.)])\s+(?=\S)/u;
const LETTER = /^\(?([a-z])([.)])\s+(?=\S)/u;
const HEADING = /^(#{1,6})\s+(?=\S)/u;
const TAB_LETTERS = 4;
/** Rows of a text that a program cut to a width are so long, at least and at most. */
const SHORTEST_WIDTH = 40;
const LONGEST_WIDTH = 130;
/** A row is full when the next word would have made it so long, as a share of the longest. */
const FULL = 0.85;
/** Words that follow a hyphen which belongs there: "in- en uitgaan". */
const AFTER_HYPHEN = /^(en|of|tot|and|or|to|und|oder|et|ou)\b/u;

/** Blocks of a text without markup. */
export function linesOfText(text: string): Line[] {
  const rows = text.split(/\r\n?|[\n\u0085\u2028\u2029]/u).map((row) => rowOf([plainPiece(row)]));
  return paragraphs(rows, true);
}

/** A block of HTML in which line breaks do the work of paragraphs, items or the edge of a page. */
export function arrangeRows(line: Line): Line[] {
  const rows = atBreaks(line.pieces);
  const whole = { ...line, pieces: tidy(line.pieces) };
  if (rows.length === 1) return [whole];
  if (line.heading) return [{ ...line, pieces: tidy(line.pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll("\n", " ") }))) }];
  return paragraphs(rows.map(rowOf), false).map((made) => ({
    ...made,
    quote: line.quote,
    place: made.place && line.place ? { ...made.place, level: line.place.level + made.place.level } : (made.place ?? line.place),
  }));
}

function rowOf(pieces: Piece[]): Row {
  const words = wordsOf(pieces);
  const [space = ""] = /^[\s\u00a0]*/u.exec(words) ?? [];
  const indent = [...space].reduce((sum, sign) => sum + (sign === "\t" ? TAB_LETTERS : 1), 0);
  const bare = after(pieces, space.length);
  const row = { pieces: bare, words: wordsOf(bare).trimEnd(), indent };
  return { ...row, marker: markerOf(row.words) };
}

function markerOf(words: string): Marker | null {
  const sign = SIGN.exec(words) ?? DASH.exec(words);
  if (sign) return { kind: "bulleted", length: sign[0].length, look: sign[1] ?? "", number: 1, level: 1 };
  const word = WORD_SIGN.exec(words);
  if (word) return { kind: "bulleted", length: word[0].length, look: word[1] ?? "", number: 1, level: word[1] === "o" ? 2 : 3 };
  const number = NUMBER.exec(words) ?? LETTER.exec(words);
  if (!number) return null;
  const letter = LETTER.test(words);
  return {
    kind: "numbered",
    length: number[0].length,
    look: `${letter ? "a" : "1"}${number[2]}`,
    number: numberOf(number[1] ?? "", letter ? "alpha" : "decimal") ?? 1,
    level: 1,
  };
}

/** Rows in groups between empty rows. */
function paragraphs(rows: readonly Row[], breaksApart: boolean): Line[] {
  const width = widthOf(rows);
  const listed = certain(rows);
  const groups: Row[][] = [[]];
  for (const row of rows) {
    if (row.words) groups.at(-1)?.push(row);
    else groups.push([]);
  }
  const lists = new Lists();
  return groups.flatMap((group) => joined(group, width, listed, breaksApart).map((rows) => lists.line(rows, listed)));
}

/** The rows whose sign makes an item: a dash or a number by itself may be anything, two in a row are a list. */
function certain(rows: readonly Row[]): ReadonlySet<Row> {
  const looks = new Map<string, number[]>();
  for (const { marker } of rows) {
    if (!marker) continue;
    const found = looks.get(marker.look) ?? [];
    looks.set(marker.look, found);
    found.push(marker.number);
  }
  const numbers = new Map([...looks].map(([look, found]) => [look, new Set(found)]));
  const sure = ({ marker, words }: Row) => {
    if (!marker) return false;
    if (SIGN.test(words) || WORD_SIGN.test(words)) return true;
    if (marker.kind === "bulleted") return (looks.get(marker.look)?.length ?? 0) > 1;
    const here = numbers.get(marker.look);
    return here?.has(marker.number - 1) || here?.has(marker.number + 1) || false;
  };
  return new Set(rows.filter(sure));
}

/** The rows of each paragraph or item, together. */
function joined(group: readonly Row[], width: number | null, listed: ReadonlySet<Row>, breaksApart: boolean): Row[][] {
  const found: Row[][] = [];
  group.forEach((row, n) => {
    const above = group[n - 1];
    const open = found.at(-1);
    const first = open?.[0];
    const item = first !== undefined && listed.has(first);
    const own = listed.has(row) || HEADING.test(row.words) || (above !== undefined && HEADING.test(above.words));
    const goesOn = above && (isFull(above, row, width) || (item ? row.indent > first.indent : !breaksApart && width === null));
    if (open && goesOn && !own) open.push(row);
    else found.push([row]);
  });
  return found.map((rows) => (width === null && rows.length > 1 ? [withBreaks(rows, listed)] : rows));
}

/** Rows that stay rows, in one paragraph; those of an item go on behind each other. */
function withBreaks(rows: readonly Row[], listed: ReadonlySet<Row>): Row {
  const [first, ...more] = rows as [Row, ...Row[]];
  const between = plainPiece(listed.has(first) ? " " : "\n");
  first.pieces = [...first.pieces, ...more.flatMap((row) => [between, ...row.pieces])];
  return first;
}

/** The width to which a program cut the rows; null when each row is as long as somebody made it. */
function widthOf(rows: readonly Row[]): number | null {
  const longest = Math.max(0, ...rows.map((row) => row.words.length));
  if (longest < SHORTEST_WIDTH || longest > LONGEST_WIDTH) return null;
  const pairs = rows.flatMap((row, n) => {
    const next = rows[n + 1];
    return row.words && next?.words && !next.marker ? [[row, next] as const] : [];
  });
  const full = pairs.filter(([row, next]) => isFull(row, next, longest)).length;
  return full >= 2 && full >= pairs.length * 0.6 ? longest : null;
}

function isFull(row: Row, next: Row, width: number | null): boolean {
  if (width === null) return false;
  const [word = ""] = /^\S+/u.exec(next.words) ?? [];
  return row.words.length + 1 + word.length > width * FULL;
}

/** Rows that were cut at the edge, whole again. */
function whole(rows: readonly Row[]): Piece[] {
  return rows.flatMap(({ pieces }, n) => {
    const below = rows[n + 1];
    if (!below) return pieces;
    const kept = lettersKept(wordsOf(pieces).trimEnd(), wordsOf(below.pieces));
    return kept === null ? [...pieces, plainPiece(" ")] : before(pieces, kept);
  });
}

/** How much of the words above the edge is left when a word goes on below it; null when no word does. */
function lettersKept(above: string, below: string): number | null {
  if (above.endsWith("\u00ad")) return above.length - 1;
  if (!/\p{L}[-\u2010]$/u.test(above) || !/^\p{Ll}/u.test(below) || AFTER_HYPHEN.test(below)) return null;
  // A word with hyphens of its own keeps them.
  return /[\p{L}\d][-\u2010]\p{L}+[-\u2010]$/u.test(above) ? above.length : above.length - 1;
}

/** Gives items their list, by their signs and by how far they stand from the edge. */
class Lists {
  private open: { indent: number; look: string }[] = [];

  line(rows: Row[], listed: ReadonlySet<Row>): Line {
    const [first] = rows;
    const line: Line = { pieces: tidy(whole(rows)), heading: 0, place: null, quote: false };
    if (first?.marker && listed.has(first)) {
      const pieces = after(whole(rows), first.marker.length);
      return { ...line, pieces: tidy(pieces), place: this.place(first, first.marker) };
    }
    this.open = [];
    const heading = HEADING.exec(first?.words ?? "");
    return heading ? { ...line, heading: heading[1]?.length ?? 1, pieces: tidy(after(whole(rows), heading[0].length)) } : line;
  }

  private place(row: Row, { kind, look, number, level }: Marker): Place {
    const ordered = kind === "numbered";
    while (this.open.length && (this.open.at(-1)?.indent ?? 0) > row.indent) this.open.pop();
    const last = this.open.at(-1);
    const known = this.open.findIndex((one) => one.indent === row.indent && one.look === look);
    if (known >= 0) this.open.length = known + 1;
    else if (last && last.indent === row.indent && nests(last.look, look)) this.open.push({ indent: row.indent, look });
    else {
      if (last && last.indent === row.indent) this.open.pop();
      this.open.push({ indent: row.indent, look });
    }
    return { list: `rows-${look}`, level: Math.max(level, this.open.length), ordered, start: number, exact: ordered, item: newItem() };
  }
}

/** Whether a sign stands below another one that is as far from the edge: Word writes its levels so. */
function nests(outer: string, inner: string): boolean {
  return (outer === "•" && /[o–-]/u.test(inner)) || (outer === "o" && inner === "§") || (/^1/u.test(outer) && /^a/u.test(inner));
}
