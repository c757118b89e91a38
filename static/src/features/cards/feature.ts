/** Cards on a board. */
import type { Feature } from "../../core/room/room";
import { Board } from "./board";

export const cards: Feature = {
  screens: { board: Board, guide: Board, talk: Board },
};
