/** Plain words: what other features and pages may use. */

export type { Check, Insertion, Level, Mark, Sentence } from "./checker";
export { Checker } from "./checker";
export { brief, MarkCard } from "./markCard";
export { plainWords } from "./preference";
export { PlainSwitch } from "./switch";
export { Tips } from "./tips";
