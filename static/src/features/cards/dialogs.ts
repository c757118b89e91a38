/** The dialogs over a card, fetched when one is first opened. */
import { lazy } from "../../core/ui/lazy";

export const EditDialog = lazy(() => import("./editDialog").then((part) => part.EditDialog));
export const MoveDialog = lazy(() => import("./moveDialog").then((part) => part.MoveDialog));
export const QuoteDialog = lazy(() => import("./quoteDialog").then((part) => part.QuoteDialog));
export const TakeAwayDialog = lazy(() => import("./takeAwayDialog").then((part) => part.TakeAwayDialog));
