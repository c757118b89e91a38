/** The parts of the vision: what other features and pages may use. */
export type { Ask } from "./askDialog";
export { CardsPanel } from "./cardsPanel";
export { AskDialog, SourcesDialog } from "./later";
export { Outline } from "./outline";
export { SectionView } from "./sectionView";
