/** Reading the vision aloud: what other features may use. */
export { ReadAloud } from "./later";
