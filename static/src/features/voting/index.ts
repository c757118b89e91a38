/** Voting: what other features and pages may use. */
export { voting } from "./feature";
export { cardsAt, offeredCards, topCards } from "./selectors";
