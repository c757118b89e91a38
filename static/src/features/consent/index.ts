/** Consent: what other features and pages may use. */
export { consent } from "./feature";
