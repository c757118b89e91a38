/** Steps: one of them is done on another page. */
import type { Feature } from "../../core/room/room";
import { ToVision } from "./toVision";

export const agenda: Feature = {
  screens: { vision: ToVision },
};
