/** The dialogs of the parts, fetched together. */
export { AskDialog } from "./askDialog";
export { SourcesDialog } from "./sources";
