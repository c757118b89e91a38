/**
 * Finds what is probably a child's name in a text, and proposes a text without it.
 * It only proposes; the writer decides.
 */
import { afterKin, beginsSentence, childNames, keyOf } from "./find";

export interface NameHint {
  names: string[];
  proposal: string;
}

const DUTCH = new Set("de het een mijn ik niet en van zijn haar onze wij dat met heet zoon dochter gaat".split(" "));
const ENGLISH = new Set("the my i not and of his her our we that with was son daughter goes likes".split(" "));
/** "Ons kind" where it was "onze dochter". */
const NEUTER: Record<string, string> = { onze: "ons", de: "het", deze: "dit", die: "dat" };

interface Change {
  from: number;
  start: number;
  end: number;
  name: string;
  put: string;
}

/**
 * Looks for a child's name. Returns null when there is probably none.
 *
 * @param fine - the fingerprints of names that may stand there
 */
export function nameHint(text: string, fine: ReadonlySet<string> = new Set()): NameHint | null {
  const dutch = isDutch(text);
  const changes = changesIn(text, dutch)
    .filter((one) => !fine.has(keyOf("name", text.slice(one.start, one.end))))
    .sort((a, b) => a.from - b.from);
  if (!changes.length) return null;
  let proposal = "";
  let at = 0;
  for (const one of changes) {
    proposal += text.slice(at, one.from) + one.put;
    at = one.end;
  }
  return { names: [...new Set(changes.map((one) => one.name))], proposal: proposal + text.slice(at) };
}

function isDutch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  return count(DUTCH) >= count(ENGLISH);
}

/** "Mijn zoon Finn van 3" -> "Mijn kind van 3"; "onze dochter Sara" -> "ons kind"; "Sara slaapt" -> "Een kind slaapt". */
function changesIn(text: string, dutch: boolean): Change[] {
  const child = dutch ? "kind" : "child";
  const changes = afterKin(text).map(({ from, start, end, name, article, space, word, called }): Change => {
    const lead = article ? matchCase(article, (dutch && NEUTER[article.toLowerCase()]) || article) + space : "";
    return { from, start, end, name, put: called ? `${text.slice(from, start)}…` : lead + matchCase(word, child) };
  });
  const said = new Set(changes.map((one) => one.name));
  const kin = new Set(changes.map((one) => one.end));
  for (const { start, end } of childNames(text)) {
    if (kin.has(end)) continue;
    const name = text.slice(start, end);
    const put = replacement(said.has(name), beginsSentence(text, start), dutch);
    changes.push({ from: start, start, end, name, put });
    said.add(name);
  }
  return changes;
}

function replacement(again: boolean, first: boolean, dutch: boolean): string {
  const words = dutch ? (again ? "het kind" : "een kind") : again ? "the child" : "a child";
  return first ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function matchCase(like: string, word: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
