/** What comes when somebody lets the text be read. */
import { lazy } from "../../core/ui/lazy";

export const ReadAloud = lazy(() => import("./readAloud").then((part) => part.ReadAloud));
