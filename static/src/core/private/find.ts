/**
 * What may be private in a text: a phone number, an address, an e-mail address, a child's name.
 * It would rather miss something than point at a place, a day or a number that everybody may know.
 * The server has the same rules (workshop/features/document/private.py); both read one table.
 */
import source from "../../../../workshop/features/document/private.json";

export type PrivateKind = "email" | "phone" | "address" | "name";

/** `sure`: the words beside a name say that it is a child's. */
export interface Private {
  kind: PrivateKind;
  start: number;
  end: number;
  sure: boolean;
}

/** A name that comes after a word such as "zoon". */
export interface AfterKin {
  start: number;
  end: number;
  name: string;
  /** Where the whole of it begins, article included. */
  from: number;
  article: string;
  space: string;
  word: string;
  called: string;
}

/** So many signs before a name say what it is the name of. */
const MAX_LOOK_BACK = 60;
/** So many signs may stand between a street and its postcode: they are one address. */
const MAX_GAP = 2;

const { letters, names } = source;
const TOKENS: readonly (readonly [string, string])[] = [
  ["{name}", names.name],
  ["{U}", letters.upper],
  ["{l}", letters.lower + letters.marks],
  ["{L}", letters.upper + letters.lower + letters.marks],
  ["{s}", letters.space],
  ["{end}", "$"],
  ...Object.entries(source.lists).map(([name, words]) => [`{${name}}`, `(?:${words.map(word).join("|")})`] as const),
];

/** A word that may begin with a capital, as a pattern. */
function word(text: string): string {
  const first = text.charAt(0);
  return `[${first.toUpperCase()}${first.toLowerCase()}]${text.slice(1).replace(/\./g, "\\.")}`;
}

function made(pattern: string, flags = ""): RegExp {
  let full = pattern;
  for (const [token, meaning] of TOKENS) full = full.replaceAll(token, () => meaning);
  return new RegExp(full, flags);
}

const PATTERNS = source.patterns.map(({ kind, pattern }) => ({ kind: kind as PrivateKind, pattern: made(pattern, "g") }));
const AFTER_KIN = made(names.after_kin, "g");
const LOOSE = made(names.loose, "g");
const BEFORE_PLACE = made(names.before_place);
const BEFORE_GROWN_UP = made(names.before_grown_up);
const BEFORE_SMALL = made(names.before_small);
const AGE_AFTER = made(names.age_after, "y");
const NEXT_TITLE = made(names.next_title, "y");
const PREVIOUS_TITLE = made(names.previous_title);
const SENTENCE_START = made(names.sentence_start);
const KNOWN = new Set(names.known);
const ALSO_WORDS = new Set(names.also_words);
const NOT_NAMES = new Set(names.not_names);

/**
 * What may be private in a text, in its order; nothing overlaps.
 *
 * @param fine - first names that are those of members: only words beside them make them a child's
 */
export function findPrivate(text: string, fine: ReadonlySet<string> = new Set()): Private[] {
  const found: Private[] = [];
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) add(found, { kind, start: match.index, end: match.index + match[0].length, sure: true });
  }
  for (const one of childNames(text)) if (one.sure || !fine.has(text.slice(one.start, one.end))) add(found, one);
  return joined(found, text);
}

/** Puts something in its place, unless that is taken; what is found stays in order. */
function add(found: Private[], one: Private): void {
  const place = placeOf(found, one.start);
  if (!taken(found, place, one.start, one.end)) found.splice(place, 0, one);
}

/** Before which of those in order something belongs that begins there. */
function placeOf(found: readonly Private[], start: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether what stands before or after this place in the list reaches into these signs. */
function taken(found: readonly Private[], place: number, start: number, end: number): boolean {
  return (found[place - 1]?.end ?? 0) > start || (found[place]?.start ?? end) < end;
}

/** A street and its postcode are one address. */
function joined(found: readonly Private[], text: string): Private[] {
  const whole: Private[] = [];
  for (const one of found) {
    const last = whole.at(-1);
    const gap = last ? text.slice(last.end, one.start) : "";
    const both = last?.kind === "address" && one.kind === "address" && [...gap].length <= MAX_GAP && !gap.includes("\n");
    if (last && both) whole[whole.length - 1] = { ...last, end: one.end };
    else whole.push(one);
  }
  return whole;
}

/** "mijn zoon Finn": the names that come after such a word. */
export function afterKin(text: string): AfterKin[] {
  const found: AfterKin[] = [];
  for (const match of text.matchAll(AFTER_KIN)) {
    const [whole, article = "", space = "", word = "", called = "", name = ""] = match;
    if (NOT_NAMES.has(name)) continue;
    const at = called ? whole.indexOf(called) + called.length : article.length + space.length + word.length;
    const start = match.index + whole.indexOf(name, at);
    found.push({ start, end: match.index + whole.length, name, from: match.index, article, space, word, called });
  }
  return found;
}

/** What is probably a child's name in a text. */
export function childNames(text: string): Private[] {
  const found: Private[] = [];
  const named = new Set<string>();
  for (const { start, end, name } of afterKin(text)) {
    found.push({ kind: "name", start, end, sure: true });
    named.add(name);
  }
  for (const match of text.matchAll(LOOSE)) {
    const [name] = match;
    const start = match.index;
    const end = start + name.length;
    if (taken(found, placeOf(found, start), start, end)) continue;
    const sure = named.has(name) || isYoung(text, name, start, end);
    if (!sure && !isKnown(text, name, start, end)) continue;
    add(found, { kind: "name", start, end, sure });
    if (sure) named.add(name);
  }
  return found;
}

/** Whether a sentence begins at this place. */
export function beginsSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(before(text, at));
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - MAX_LOOK_BACK), at);
}

function goesOn(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether it is something else with a capital: a place, a grown-up, a title, a day. */
function isOther(text: string, name: string, start: number, end: number): boolean {
  const words = before(text, start);
  if (NOT_NAMES.has(name) || BEFORE_PLACE.test(words) || BEFORE_GROWN_UP.test(words)) return true;
  if (!KNOWN.has(name) && goesOn(NEXT_TITLE, text, end)) return true;
  const previous = PREVIOUS_TITLE.exec(words);
  if (!previous?.[1]) return false;
  return !SENTENCE_START.test(words.slice(0, words.length - previous[1].length - 1));
}

function isKnown(text: string, name: string, start: number, end: number): boolean {
  if (!KNOWN.has(name) || isOther(text, name, start, end)) return false;
  return !ALSO_WORDS.has(name) || !beginsSentence(text, start);
}

/** Whether an age comes after the name, or "kleine" before it. */
function isYoung(text: string, name: string, start: number, end: number): boolean {
  if (isOther(text, name, start, end)) return false;
  if (beginsSentence(text, start) && !KNOWN.has(name)) return false;
  return goesOn(AGE_AFTER, text, end) || BEFORE_SMALL.test(before(text, start));
}

/**
 * A number for words that look private, by which they are known again; the words are not in it. It is
 * FNV-1a, twice: browsers without a secure connection have nothing stronger.
 */
export function keyOf(kind: PrivateKind, words: string): string {
  const text = `${kind}:${words}`;
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed)).join("");
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
