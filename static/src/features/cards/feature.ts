/** Cards on a board. */
import type { Feature } from "../../core/room/room";
import { Board } from "./board";
import { followCards } from "./news";

export const cards: Feature = {
  start: followCards,
  screens: { board: Board, guide: Board, talk: Board },
};
