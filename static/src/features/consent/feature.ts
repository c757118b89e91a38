/** Consent rounds. */
import type { Feature } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";
import { nextAct, tasks } from "./acts";
import { followConsent } from "./news";

export const consent: Feature = {
  screens: { consent: lazy(() => import("./consent").then((part) => part.Consent)) },
  start: followConsent,
  nextAct,
  tasks,
};
