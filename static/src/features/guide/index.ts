/** The guide: what other features and pages may use. */
export { HelpLink } from "./link";
export { Help } from "./panel";
