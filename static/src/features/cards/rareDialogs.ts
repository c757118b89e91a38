/** Dialogs over a card that are seldom opened, fetched together. */
export { MoveDialog } from "./moveDialog";
export { QuoteDialog } from "./quoteDialog";
export { TakeAwayDialog } from "./takeAwayDialog";
export { makeTopic } from "./topicDialog";
