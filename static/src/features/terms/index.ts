/** The word exchange: what other features and pages may use. */
export { terms } from "./feature";
