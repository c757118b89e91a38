/** Voting with dots. */
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

export const voting: Feature = {
  screens: { dots: lazy(() => import("./dots").then((part) => part.Dots)) },
};
