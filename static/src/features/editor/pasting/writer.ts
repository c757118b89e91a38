/** Blocks in a row become HTML with nothing in it but what the shared text may hold. */
import source from "../../../../../workshop/vision/schema.json";
import type { Line, Piece, Place } from "./lines";
import { wordsOf } from "./lines";

/** Lists in lists, counted from 0: an item below that would be deeper than the shared text may be. */
const DEEPEST = Math.floor((source.depth - 2) / 2) - 1;

/** A list that is open, with its last item. */
interface Open {
  place: Place;
  list: Tag;
  into: Tag;
  /** The number of that item. */
  number: number;
}

class Tag {
  readonly inside: (Tag | string)[] = [];
  constructor(
    readonly name: string,
    readonly start = 1,
  ) {}

  add<T extends Tag | string>(child: T): T {
    this.inside.push(child);
    return child;
  }

  html(): string {
    const inside = this.inside.map((child) => (typeof child === "string" ? child : child.html())).join("");
    const start = this.start === 1 ? "" : ` start="${this.start}"`;
    return this.name ? `<${this.name}${start}>${inside}</${this.name}>` : inside;
  }
}

/** The HTML of these blocks. Those without words are left out. */
export function write(lines: readonly Line[]): string {
  const root = new Tag("");
  let around = root;
  let stack: Open[] = [];
  for (const line of lines) {
    if (!wordsOf(line.pieces).trim()) continue;
    if (line.quote !== (around !== root)) {
      around = line.quote ? root.add(new Tag("blockquote")) : root;
      stack = [];
    }
    if (line.place === null) stack = [];
    (line.place ? item(stack, line, around) : around).add(block(line));
  }
  return root.html();
}

/** The list item in which a block belongs; `stack` has the open lists, the outermost first. */
function item(stack: Open[], line: Line, around: Tag): Tag {
  const { place } = line;
  if (!place) return around;
  const level = Math.min(place.level - 1, stack.length, DEEPEST);
  const here = stack[level];
  stack.length = level;
  if (here && here.place.item === place.item) {
    stack.push(here);
    return here.into;
  }
  const next = here !== undefined && goesOn(here, place) ? here : null;
  const list = next?.list ?? (stack[level - 1]?.into ?? around).add(newList(place));
  const into = list.add(new Tag("li"));
  stack.push({ place, list, into, number: next ? next.number + 1 : place.start });
  return into;
}

function goesOn(above: Open, { list, ordered, exact, start }: Place): boolean {
  if (above.place.list !== list || above.place.ordered !== ordered) return false;
  return !ordered || !exact || start === above.number + 1;
}

function newList({ ordered, start }: { ordered: boolean; start: number }): Tag {
  return ordered ? new Tag("ol", start) : new Tag("ul");
}

function block(line: Line): Tag {
  // A heading in a list item is that item's words, on paper as well. The part's own heading is h2 or h3.
  const tag = new Tag(line.heading && !line.place ? `h${line.heading + 1}` : "p");
  for (const piece of line.pieces) tag.add(inline(line.heading && line.place ? { ...piece, strong: true } : piece, line));
  return tag;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function inline(piece: Piece, line: Line): string {
  let html = piece.text.replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign).replaceAll("\n", "<br>");
  if (piece.em) html = `<em>${html}</em>`;
  if (piece.strong && !(line.heading && !line.place)) html = `<strong>${html}</strong>`;
  return html;
}
