/** Consent rounds. */
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

export const consent: Feature = {
  screens: { consent: lazy(() => import("./consent").then((part) => part.Consent)) },
};
