/** Items of Word's lists that only their looks tell: by the margin, by the sign before them, by the style of a heading. */
import type { Place, ReadLine } from "./lines";
import { after, newItem, plainPiece, wordsOf } from "./lines";
import { counts, numberOf } from "./wordStyles";

const LEVEL_PX = 48;
/** Word writes the sign, then spaces that do not break up to where the words begin. */
const MARKER = /^\s*([·•§o▪▫■□●○◦‣–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s?\u00a0{2,}\s*/u;
const BULLET = /^[\s\u00a0]*[·•▪▫■□●○◦‣⁃\uf0b7\uf0a7\uf0d8\uf0fc][\s\u00a0]+/u;

/** A paragraph that begins with a list's sign is an item, where a program left nothing but that of a list. */
export function markedItem(line: ReadLine): ReadLine {
  if (line.place || line.heading) return line;
  const words = wordsOf(line.pieces);
  const sign = (line.hanging ? MARKER.exec(words) : null) ?? BULLET.exec(words);
  const marker = line.marker || sign?.[0].replace(/[\s\u00a0]+/gu, "") || "";
  if (!marker) return line;
  const ordered = counts(undefined, marker) && !/^[a-z]$/.test(marker);
  const level = line.margin === null ? 1 : Math.max(1, Math.round(line.margin / LEVEL_PX));
  const number = ordered ? numberOf(marker) : null;
  const place: Place = { list: "marked", level, ordered, start: number ?? 1, exact: number !== null, item: newItem() };
  const pieces = line.marker ? line.pieces : after(line.pieces, sign?.[0].length ?? 0);
  return { ...line, marker, place, pieces, word: true };
}

/** A paragraph right below an item and as far from the edge belongs to that item. */
export function joinByMargin(lines: readonly ReadLine[]): ReadLine[] {
  const open = new Map<number, Place>();
  return lines.map((line) => {
    const { margin, place } = line;
    if (place && line.word) {
      for (const [at, { level }] of open) if (level > place.level) open.delete(at);
      if (margin !== null) open.set(margin, place);
      return line;
    }
    const above = margin === null || place ? undefined : open.get(margin);
    if (above) return { ...line, place: above };
    open.clear();
    return line;
  });
}

/** Numbered headings with text below them are headings: their numbers are words then. */
export function outlineHeadings(lines: readonly ReadLine[]): ReadLine[] {
  const numbered = lines.filter((line, n) => line.word && line.heading && lines[n + 1] && !lines[n + 1]?.place && !lines[n + 1]?.heading);
  const outlines = new Set(numbered.map((line) => line.place?.list));
  return lines.map((line) => {
    if (!line.word || !line.heading || !outlines.has(line.place?.list)) return line;
    const number = line.place?.ordered && line.marker ? [plainPiece(`${line.marker} `)] : [];
    return { ...line, place: null, pieces: [...number, ...line.pieces] };
  });
}
