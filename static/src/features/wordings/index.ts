/** Plain words: what other features and pages may use. */

export { brief } from "./brief";
export type { Check, Insertion, Level, Mark, Sentence } from "./checker";
export { Checker } from "./checker";
export { AskWord, Change, MarkCard, OpenWords, PickWord, PlainSwitch, Tips } from "./later";
export { plainWords } from "./preference";
