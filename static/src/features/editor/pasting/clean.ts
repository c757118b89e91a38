/** One filter between the clipboard and the shared text, whichever program filled the clipboard. */
import { inert } from "./inert";
import type { Line } from "./lines";
import { arrangeRows, linesOfText } from "./plainLines";
import { readLines } from "./reader";
import { visible } from "./signs";
import { formatsIn } from "./wordStyles";
import { write } from "./writer";

export { visible };

/** HTML with nothing in it but paragraphs, headings, lists, quotes, bold, italics and line breaks. */
export function cleanHtml(html: string): string {
  const given = inert(html);
  const page = new DOMParser().parseFromString(given.html, "text/html");
  const formats = formatsIn(given.sheets);
  let lines: Line[] = readLines(page.body, formats, true);
  // Whoever copies a menu wants the menu.
  if (!lines.length) lines = readLines(page.body, formats, false);
  return written(lines.flatMap(arrangeRows));
}

/** The same for a text without markup: its rows become paragraphs and lists. */
export function cleanText(text: string): string {
  return written(linesOfText(text));
}

function written(lines: readonly Line[]): string {
  return write(levelled(lines.map(seen)));
}

function seen(line: Line): Line {
  return { ...line, pieces: line.pieces.map((piece) => ({ ...piece, text: visible(piece.text) })) };
}

/** Headings begin at the text's own first level, and never skip one: the part's own heading stands above them. */
function levelled(lines: readonly Line[]): Line[] {
  const levels = lines.flatMap((line) => (line.heading && !line.place ? [line.heading] : []));
  const highest = levels.reduce((least, level) => Math.min(least, level), Number.POSITIVE_INFINITY);
  let above = false;
  return lines.map((line) => {
    if (!line.heading || line.place) return line;
    const first = line.heading === highest || !above;
    above = true;
    return { ...line, heading: first ? 2 : 3 };
  });
}
