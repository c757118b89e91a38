/** What comes together, so that it is one file: the check, and the line that leads to it. */
export { DocumentCheck } from "./checkDialog";
export { CheckLine } from "./checkLine";
