/** The screen for the beamer: what other features and pages may use. */
export { screen } from "./feature";
export { NameOnScreen } from "./nameOnScreen";
export { ScreenButton } from "./screenButton";
