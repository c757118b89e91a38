/** Reads the HTML of any program as blocks in a row. */
import { leftOut } from "./leftOut";
import type { Piece, Place, ReadLine } from "./lines";
import { newItem, wordsOf } from "./lines";
import { joinByMargin, markedItem, outlineHeadings } from "./wordItems";
import type { Formats, WordItem } from "./wordStyles";
import { counts, leftMargin, numberOf, pixels, stylesOf, wordItem } from "./wordStyles";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const STRONG = new Set(["b", "strong", "th", "dt"]);
const EM = new Set(["em", "i", "cite", "dfn", "var"]);
const LISTS = new Set(["ul", "ol", "menu"]);
const PREFORMATTED = /^(pre|pre-wrap|pre-line|break-spaces)$/;
const PICTURED_SIGN = /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\u20e3#*0-9])+$/u;

interface List {
  id: string;
  ordered: boolean;
  start: number;
  level: number;
}

/** What holds for the text that is read now. */
interface Around {
  strong: boolean;
  em: boolean;
  kept: boolean;
  heading: number;
  quote: boolean;
  margin: number | null;
  hanging: boolean;
  place: Place | null;
  list: List | null;
  word: boolean;
}

const NOTHING: Around = {
  strong: false,
  em: false,
  kept: false,
  heading: 0,
  quote: false,
  margin: null,
  hanging: false,
  place: null,
  list: null,
  word: false,
};

/**
 * The blocks of a page.
 *
 * @param root - its body
 * @param formats - the kinds of Word's lists
 * @param strict - leave a page's own furniture out
 */
export function readLines(root: Element, formats: Formats, strict: boolean): ReadLine[] {
  return outlineHeadings(joinByMargin(new Reader(formats, strict).read(root, NOTHING)));
}

class Reader {
  private lines: ReadLine[] = [];
  private pieces: Piece[] = [];
  private marker = "";
  /** Between the comments that say "not for who knows lists". */
  private inMarker = false;
  private lists = 0;

  constructor(
    private readonly formats: Formats,
    private readonly strict: boolean,
  ) {}

  read(root: Element, around: Around): ReadLine[] {
    this.lines = [];
    this.children(root, around);
    this.end(around);
    return this.lines;
  }

  private children(parent: Node, around: Around): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.text(child.nodeValue ?? "", around);
      else if (child.nodeType === Node.COMMENT_NODE) this.comment(child.nodeValue ?? "");
      else if (child instanceof Element && !leftOut(child, this.strict)) this.element(child, around);
    }
  }

  private comment(said: string): void {
    if (/^\[if !supportLists\]/i.test(said)) this.inMarker = true;
    else if (/^\[endif\]/i.test(said)) this.inMarker = false;
  }

  private text(words: string, around: Around): void {
    if (this.inMarker) this.marker += words;
    else if (!around.kept) this.add(words.replace(/[\t\n\r\f ]+/gu, " "), around);
    else if (words.trim() || !words.includes("\n")) this.add(words, around);
  }

  private add(text: string, { strong, em }: Around): void {
    if (text) this.pieces.push({ text, strong, em });
  }

  private element(element: Element, around: Around): void {
    const name = element.localName;
    const styles = stylesOf(element);
    if (isSign(styles)) this.marker += element.textContent ?? "";
    else if (name === "br") this.lineBreak(styles, around);
    else if (name === "img") this.picture(element, around);
    else if (BLOCKS.has(name) || /^(block|list-item|table|flex|grid)$/.test(styles.get("display") ?? ""))
      this.block(element, styles, around);
    else this.children(element, inline(name, styles, around));
  }

  private lineBreak(styles: ReadonlyMap<string, string>, around: Around): void {
    if (styles.has("page-break-before") || styles.has("mso-break-type")) this.end(around);
    else this.add("\n", around);
  }

  /** Some programs draw emoji as pictures. */
  private picture(picture: Element, around: Around): void {
    const sign = picture.getAttribute("alt") ?? "";
    if (PICTURED_SIGN.test(sign)) this.add(sign, around);
  }

  private block(element: Element, styles: ReadonlyMap<string, string>, around: Around): void {
    this.end(around);
    const name = element.localName;
    const within = this.within(element, styles, inline(name, styles, around));
    if (name === "tr") this.row(element, within);
    else {
      this.inMarker = false;
      this.children(element, within);
      this.end(within);
    }
  }

  /** What holds inside a block. */
  private within(element: Element, styles: ReadonlyMap<string, string>, around: Around): Around {
    const name = element.localName;
    const own: Around = { ...around, heading: headingOf(element) || around.heading };
    const margin = leftMargin(styles);
    const inList = /(^|[\s_])MsoList/.test(element.className);
    own.margin = margin !== null && (margin !== 0 || inList) ? margin : around.margin;
    own.hanging = inList || (pixels(styles.get("text-indent")) ?? 0) < 0;
    if (own.heading) own.strong = false;
    if (name === "pre") own.kept = true;
    if (name === "blockquote" && !around.place) own.quote = true;
    if (LISTS.has(name)) own.list = this.list(element, around.list);
    const item = name === "li" || !around.list ? wordItem(styles) : null;
    if (name === "li") {
      own.place = this.item(element, around.list);
      own.word = false;
    }
    if (item) own.place = this.wordPlace(item, name === "li" ? own.place : null);
    own.word = item ? name !== "li" : own.word;
    return own;
  }

  /** The place of an item of Word's; in a list in HTML that list counts, else the sign before it, which is read later. */
  private wordPlace(item: WordItem, given: Place | null): Place {
    if (given) return { ...given, ...item };
    const format = this.formats.get(`${item.list}:${item.level}`);
    return { ...item, ordered: format === undefined || counts(format, ""), start: 1, exact: false, item: newItem() };
  }

  private list(element: Element, outer: List | null): List {
    this.lists += 1;
    const ordered = element.localName === "ol";
    return { id: `list-${this.lists}`, ordered, start: Number(element.getAttribute("start") ?? 1) || 1, level: (outer?.level ?? 0) + 1 };
  }

  /** The place of an item of a list in HTML. Some editors say its level only in words. */
  private item(element: Element, list: List | null): Place {
    const said = Number(element.getAttribute("aria-level") ?? element.getAttribute("data-aria-level") ?? 0);
    const shared = element.getAttribute("data-listid");
    const value = element.getAttribute("value");
    return {
      list: shared ? `shared-${shared}` : (list?.id ?? "list"),
      level: Math.max(said, list?.level ?? 1),
      ordered: list?.ordered ?? false,
      start: Number(value) || (list?.start ?? 1),
      exact: Number(value) > 0,
      item: newItem(),
    };
  }

  /** Cells of a line of text each stand in one paragraph; a row with more in it is read cell by cell. */
  private row(row: Element, around: Around): void {
    const cells = [...row.children].filter((cell) => !leftOut(cell, this.strict));
    const read = cells.map((cell) => new Reader(this.formats, this.strict).read(cell, inline(cell.localName, stylesOf(cell), around)));
    const filled = read.filter((lines) => lines.length);
    const layout = /^(presentation|none)$/.test(row.closest("table")?.getAttribute("role") ?? "");
    if (layout || filled.some((lines) => !isOneLine(lines, around))) this.lines.push(...filled.flat());
    else {
      filled.forEach(([line], n) => {
        if (n) this.add(" | ", around);
        this.pieces.push(...(line?.pieces ?? []).map((piece) => ({ ...piece, text: piece.text.replaceAll("\n", " ") })));
      });
      this.end(around);
    }
  }

  /** What was read becomes a block, if there is anything in it. */
  private end(around: Around): void {
    const pieces = this.pieces;
    const marker = this.marker.replace(/[\s\u00a0]+/gu, "");
    this.pieces = [];
    this.marker = "";
    if (
      !wordsOf(pieces)
        .replace(/\u00a0/gu, " ")
        .trim()
    )
      return;
    const { heading, quote, margin, hanging, word } = around;
    let { place } = around;
    if (place && word) place = this.counted(place, marker);
    this.lines.push(markedItem({ pieces, heading, quote, margin, hanging, word, marker, place }));
  }

  private counted(place: Place, marker: string): Place {
    const format = this.formats.get(`${place.list}:${place.level}`);
    const number = numberOf(marker, format);
    return { ...place, ordered: counts(format, marker), start: number ?? 1, exact: number !== null };
  }
}

/** The sign or number before an item, in Word and in PowerPoint. */
function isSign(styles: ReadonlyMap<string, string>): boolean {
  return /^ignore$/i.test(styles.get("mso-list") ?? "") || /bullet/i.test(styles.get("mso-special-format") ?? "");
}

function isOneLine([line, ...more]: readonly ReadLine[], around: Around): boolean {
  return more.length === 0 && line?.heading === around.heading && line.place?.item === around.place?.item && line.quote === around.quote;
}

function headingOf(element: Element): number {
  const level = /^h([1-6])$/.exec(element.localName)?.[1] ?? /\bMsoHeading([7-9])\b/.exec(element.className)?.[1];
  if (level) return Number(level);
  return element.getAttribute("role") === "heading" ? Number(element.getAttribute("aria-level")) || 2 : 0;
}

/** What an element makes of the letters in it. */
function inline(name: string, styles: ReadonlyMap<string, string>, around: Around): Around {
  const weight = styles.get("font-weight") ?? "";
  const slant = styles.get("font-style") ?? "";
  const space = styles.get("white-space") ?? "";
  const own = { ...around, strong: around.strong || STRONG.has(name), em: around.em || EM.has(name) };
  if (weight) own.strong = /^(bold(er)?|[6-9]\d\d)$/.test(weight) || (weight === "inherit" && own.strong);
  if (slant) own.em = /^(italic|oblique)/.test(slant) || (slant === "inherit" && own.em);
  if (own.heading) own.strong = false;
  if (space) own.kept = PREFORMATTED.test(space);
  return own;
}
