/** Cards: what other features and pages may use. */
export { brief } from "./actions";
export { Ask } from "./ask";
export { CardView } from "./card";
export { useDropTarget } from "./drag";
export { cards } from "./feature";
export { BoardView } from "./later";
export { makeTopic } from "./makeTopic";
export type { Shown } from "./selectors";
export { cardsOn } from "./selectors";
export { walkCards } from "./walk";
