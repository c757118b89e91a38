/** What is shown of neighbours who read along, fetched together. */
export { NeighboursBar } from "./bar";
export { PublishDraft } from "./publish";
export { NeighboursSaid } from "./said";
