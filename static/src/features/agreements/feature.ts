/** Agreements. */
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

export const agreements: Feature = {
  screens: { agreements: lazy(() => import("./agreements").then((part) => part.Agreements)) },
};
