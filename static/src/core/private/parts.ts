/** What comes together, so that it is one file: the hints, and what finds names before a card is shared. */

export { PrivateHint } from "./hint";
export { namesIn } from "./namesIn";
export { TextHint } from "./textHint";
