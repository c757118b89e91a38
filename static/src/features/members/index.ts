/** Members: what other features and pages may use. */
export { ActsFor } from "./actsFor";
export { Presence, Seats } from "./people";
export { roleName } from "./roles";
export { emptySeats, membersOf, nameOf } from "./selectors";
export { TypingFor } from "./typingFor";
