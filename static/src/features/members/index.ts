/** Members: what other features and pages may use. */
export { ActsFor } from "./actsFor";
export { InviteNote, Joining } from "./joining";
export { Presence, Seats } from "./people";
export { emptySeats, labelOf, membersOf, nameOf } from "./selectors";
export { TypingFor } from "./typingFor";
export { roleName } from "./words";
