/**
 * Finds what is probably a child's name in a text, and proposes a text without it.
 * It only proposes; the writer decides. It would rather miss a name than point at a
 * place, a day or a neighbour: only names after a word such as "zoon" or "daughter",
 * names that are followed by an age, and well-known first names count.
 */
export interface NameHint {
  names: string[];
  proposal: string;
}

const KIN_NL =
  "kleinzoon|kleindochter|kleinkind|stiefzoon|stiefdochter|pleegzoon|pleegdochter|pleegkind|neefje|nichtje|" +
  "zoontje|dochtertje|zoon|dochter|kindje|kind|baby|peuter|kleuter|jongetje|meisje|broertje|zusje|tweeling";
const KIN_EN =
  "grandson|granddaughter|grandchild|stepson|stepdaughter|son|daughter|child|kid|baby|toddler|boy|girl|" +
  "little brother|little sister|nephew|niece|twins";

const NAME = "[\\p{Lu}][\\p{Ll}\\p{M}]+(?:-[\\p{Lu}][\\p{Ll}\\p{M}]+)?";
const SURNAME = `(?:\\s+(?:van\\s+|de\\s+|der\\s+|den\\s+|el\\s+|al\\s+)*${NAME})?`;

/** Common first names of young children; the ones that are also ordinary words are left out. */
const KNOWN = new Set(
  (
    "Finn Noah Liam Luca Lucas Levi Milan Daan Sem Bram Mees Sam James Thijs Hugo Adam Julian Lars Gijs Benjamin Mats Jesse " +
    "Luuk Teun Siem Tim Ruben Jayden Thomas Sven Stijn Tijn Morris Owen Floris Boaz Joep Vince Jens Ties Otis Mason Oliver " +
    "Elias Willem Olivier Abel Jack Max Dex Loek Guus Kai Rayan Mohamed Mohammed Muhammad Yusuf Youssef Amir Ali Omar Ibrahim " +
    "Bilal Ilyas Ayoub Hamza Emir Eymen Kerem Mert Jakub Antoni Szymon Filip Natnael Yonas Dawit Emma Julia Mila Sophie Olivia " +
    "Yara Saar Nora Tess Noor Milou Sara Sarah Liv Zoë Evi Anna Luna Lotte Nina Eva Lauren Maeve Lina Elin Maud Fenna Isa Loïs " +
    "Hannah Sofie Sofia Jasmijn Ella Lynn Fien Liz Bo Feline Fleur Elena Lisa Mia Isabella Amira Amina Aisha Maryam Fatima " +
    "Zeynep Elif Defne Ecrin Azra Asya Zofia Zuzanna Maja Hanna Lena Aleksandra Selam Feven Rahel Sven Jip Puck Pip Olaf Jonas " +
    "Matteo Leon Felix Oscar Theo Ezra Aron Joris Jelle Sietse Femke Sanne Roosje Keet Charlie Charlotte Amelia Isla Ava Freya " +
    "Harry George Arthur Archie Alfie Freddie Grace Lily Ivy Poppy Evie Daisy Jacob Ethan Logan Aiden Emily Chloe"
  ).split(/\s+/),
);
/** At the start of a sentence these are more often an ordinary word. */
const ALSO_WORDS = new Set(["Bo", "Fleur", "Noor", "Daisy", "Grace", "Poppy", "Lily", "Ivy", "Pip", "Keet", "Jack"]);
const NOT_NAMES = new Set(
  (
    "Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag Januari Februari Maart April Mei Juni Juli Augustus " +
    "September Oktober November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March May " +
    "June July August October Kerst Kerstmis Pasen Pinksteren Sinterklaas Ramadan Suikerfeest Offerfeest Koningsdag Christmas " +
    "Easter Nederland Nederlands Nederlandse Turks Turkse Arabisch Pools Poolse Engels Engelse Marokkaans Syrisch Dutch " +
    "English Turkish Arabic Polish Internet Google Facebook Instagram Whatsapp Ik Wij We Hij Zij Het De Een Dat Die Deze Dit"
  ).split(/\s+/),
);
const BEFORE_PLACE = /(?:^|[\s(])(?:in|op|naar|uit|te|at|to|from|near|on|into|de|het|the)\s$/iu;
const BEFORE_GROWN_UP =
  /(?:juf|juffrouw|meester|dokter|zuster|meneer|mevrouw|dhr\.?|mw\.?|mevr\.?|tante|oom|opa|oma|papa|mama|buurman|buurvrouw|collega|burgemeester|directeur|vader|moeder|mr\.?|mrs\.?|ms\.?|miss|doctor|dr\.?|nurse|teacher|aunt|uncle|grandma|grandpa|neighbour|mayor)\s$/iu;
const AGE_AFTER =
  /^(?:\s+van|\s+of|,?\s+aged|\s*\(|,|\s+is(?:\s+nu)?|\s+was|\s+wordt)\s*(?:\d{1,2}|een|twee|drie|vier|vijf|zes|one|two|three|four|five|six)\b(?!\s*(?:keer|times|euro|uur))/iu;

interface Found {
  start: number;
  end: number;
  name: string;
  put: string;
}

/** Looks for a child's name. Returns null when there is probably none. */
export function nameHint(text: string): NameHint | null {
  const dutch = isDutch(text);
  const found = afterKin(text, dutch);
  const names = new Set(found.map((one) => one.name));
  found.push(...loose(text, found, names, dutch));
  if (!found.length) return null;
  found.sort((a, b) => a.start - b.start);
  let proposal = "";
  let at = 0;
  for (const one of found) {
    proposal += text.slice(at, one.start) + one.put;
    at = one.end;
  }
  return { names: [...new Set(found.map((one) => one.name))], proposal: proposal + text.slice(at) };
}

function isDutch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: string[]) => words.filter((word) => list.includes(word)).length;
  const nl = [
    "de",
    "het",
    "een",
    "mijn",
    "ik",
    "niet",
    "en",
    "van",
    "zijn",
    "haar",
    "onze",
    "wij",
    "dat",
    "met",
    "heet",
    "zoon",
    "dochter",
    "gaat",
  ];
  const en = ["the", "my", "i", "not", "and", "of", "his", "her", "our", "we", "that", "with", "was", "son", "daughter", "goes", "likes"];
  return count(nl) >= count(en);
}

/** "Mijn zoon Finn van 3" -> "Mijn kind van 3"; "onze dochter Sara" -> "ons kind". */
function afterKin(text: string, dutch: boolean): Found[] {
  const found: Found[] = [];
  const kin = dutch ? KIN_NL : KIN_EN;
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:(onze|de|deze|die)(\\s+))?(${kin}),?\\s+((?:heet|is called|named|called|genaamd)\\s+)?(${NAME})${SURNAME}(?![\\p{L}])`,
    "giu",
  );
  for (const match of text.matchAll(pattern)) {
    const [whole, article, space, word, called, name] = match;
    if (!name || !word || !/^\p{Lu}/u.test(name) || NOT_NAMES.has(name)) continue;
    const child = dutch ? "kind" : "child";
    const lead = article ? matchCase(article, NEUTER[article.toLowerCase()] ?? article) + (space ?? " ") : "";
    const put = called ? `${whole.slice(0, whole.indexOf(name, whole.indexOf(called) + called.length))}…` : lead + matchCase(word, child);
    found.push({ start: match.index, end: match.index + trimmed(whole, name), name, put });
  }
  return found;
}

const NEUTER: Record<string, string> = { onze: "ons", de: "het", deze: "dit", die: "dat" };

/** The pattern ignores case for "Zoon"; a surname must really have a capital. */
function trimmed(whole: string, name: string): number {
  const after = whole.lastIndexOf(name) + name.length;
  const rest = whole.slice(after);
  return /\p{Lu}/u.test(rest) ? whole.length : after;
}

function loose(text: string, taken: Found[], names: Set<string>, dutch: boolean): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}’'-])${NAME}(?![\\p{L}])`, "gu"))) {
    const [name] = match;
    const start = match.index;
    const end = start + name.length;
    if (taken.some((one) => start < one.end && end > one.start)) continue;
    const before = text.slice(0, start);
    const first = isSentenceStart(before);
    if (!names.has(name) && !likely(text, name, before, end, first)) continue;
    found.push({ start, end, name, put: replacement(name, names, first, dutch) });
    names.add(name);
  }
  return found;
}

function likely(text: string, name: string, before: string, end: number, first: boolean): boolean {
  if (NOT_NAMES.has(name) || BEFORE_PLACE.test(before) || BEFORE_GROWN_UP.test(before)) return false;
  if (partOfTitle(text, before, end, name)) return false;
  if (KNOWN.has(name)) return !(first && ALSO_WORDS.has(name));
  if (first) return false;
  return AGE_AFTER.test(text.slice(end)) || /(?:^|\s)(?:mijn|onze|kleine|my|our|little)\s$/iu.test(before);
}

/** "De Speelkeet", "Albert Heijn": several capitals in a row are a place or an organisation. */
function partOfTitle(text: string, before: string, end: number, name: string): boolean {
  const next = /^\s+\p{Lu}\p{Ll}/u.test(text.slice(end));
  const previous = /(?:^|\s)(\p{Lu}\p{Ll}+)\s$/u.exec(before);
  return (next && !KNOWN.has(name)) || (previous !== null && !isSentenceStart(before.slice(0, previous.index + 1)));
}

function isSentenceStart(before: string): boolean {
  return /(?:^|[.!?:…\n]["'’”)]*\s*|["“‘(]\s*)$/u.test(before);
}

function replacement(name: string, names: Set<string>, first: boolean, dutch: boolean): string {
  const again = names.has(name);
  const words = dutch ? (again ? "het kind" : "een kind") : again ? "the child" : "a child";
  return first ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function matchCase(like: string, word: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
