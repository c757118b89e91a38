/** Plain words: what other features and pages may use. */

export { brief } from "./brief";
export type { Check, Insertion, Level, Mark, Sentence } from "./checker";
export { Checker } from "./checker";
export { MarkCard, Tips } from "./later";
export { plainWords } from "./preference";
export { PlainSwitch } from "./switch";
