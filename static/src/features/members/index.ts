/** Members: what other features and pages may use. */
export { ActsFor } from "./actsFor";
export { Presence, roleName, Seats } from "./people";
export { emptySeats, membersOf, nameOf } from "./selectors";
export { TypingFor } from "./typingFor";
