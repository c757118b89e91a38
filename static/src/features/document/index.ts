/** The document as a whole: what other features may use. The check comes when somebody asks for it. */
import { lazy } from "../../core/ui/lazy";

export { wanted } from "./wanted";

const load = () => import("./parts");
export const DocumentCheck = lazy(() => load().then((part) => part.DocumentCheck));
export const CheckLine = lazy(() => load().then((part) => part.CheckLine));
