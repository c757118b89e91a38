/** Themes: what other features and pages may use. */
export { themes } from "./feature";
export { themesOf } from "./selectors";
