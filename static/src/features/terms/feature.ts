/** The word exchange. */
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

export const terms: Feature = {
  screens: { terms: lazy(() => import("./terms").then((part) => part.Terms)) },
};
