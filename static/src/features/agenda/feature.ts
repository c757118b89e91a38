/** Where the group is, and steps in which one only listens. */
import type { Feature } from "../../core/room/room";
import { Talk } from "./talk";

export const agenda: Feature = {
  screens: { talk: Talk },
};
