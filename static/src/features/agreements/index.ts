/** Agreements: what other features and pages may use. */
export { agreements } from "./feature";
