/** The parts of the vision: what other features and pages may use. */
export { CardsPanel } from "./cardsPanel";
export { SourcesDialog } from "./later";
export type { Ask } from "./outline";
export { AskDialog, Outline } from "./outline";
export { SectionView } from "./sectionView";
