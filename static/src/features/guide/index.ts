import { lazy } from "../../core/ui/lazy";

export { HelpLink } from "./link";

export const Help = lazy(() => import("./help").then((part) => part.Help));
