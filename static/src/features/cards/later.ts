/** The columns of a board, which a phone never shows. */
import { lazy } from "../../core/ui/lazy";

export const BoardView = lazy(() => import("./boardView").then((part) => part.BoardView));
