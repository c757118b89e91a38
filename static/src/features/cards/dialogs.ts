/** The dialogs over a card, fetched when one is first opened. */
import { lazy } from "../../core/ui/lazy";

export const EditDialog = lazy(() => import("./editDialog").then((part) => part.EditDialog));
export const MoveDialog = lazy(() => import("./rareDialogs").then((part) => part.MoveDialog));
export const QuoteDialog = lazy(() => import("./rareDialogs").then((part) => part.QuoteDialog));
export const TakeAwayDialog = lazy(() => import("./rareDialogs").then((part) => part.TakeAwayDialog));
