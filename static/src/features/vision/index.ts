/** The vision, a step of the room: what other features and pages may use. */
export { vision } from "./feature";
