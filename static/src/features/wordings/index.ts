/** Plain words: what other features and pages may use. */
export { Checker } from "./checker";
export type { Check, Level, Mark, Sentence } from "./checker";
export { plainWords } from "./preference";
export { brief, MarkCard } from "./markCard";
export { PlainSwitch } from "./switch";
export { Tips } from "./tips";
