/** The editor of the vision's text: what other features and pages may use. */
export { Editor } from "./editor";
export { findSettled, MarkPopover, PlainDialog, reach, SettledWords } from "./later";
export { paragraphAt } from "./paragraphs";
export { blocksIn } from "./plain";
export { PlainButton } from "./plainButton";
export { SavedLine } from "./savedLine";
export type { SectionText } from "./sectionText";
export { StillText } from "./stillText";
export { Toolbar } from "./toolbar";
export type { Mode } from "./visionPage";
export { VisionPage } from "./visionPage";
