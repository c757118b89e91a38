/** What most people do not need at once: steering, and what the drawer shows. */
import { lazy } from "../../core/ui/lazy";

export const Steer = lazy(() => import("./steer").then((part) => part.Steer));
export const AboutStep = lazy(() => import("./about").then((part) => part.AboutStep));
export const AllSteps = lazy(() => import("./allSteps").then((part) => part.AllSteps));
