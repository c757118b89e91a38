/** What comes when somebody looks at a mark, or at the words of the group. */
import { lazy } from "../../core/ui/lazy";

export const AskWord = lazy(() => import("./hardWords").then((part) => part.AskWord));
export const Change = lazy(() => import("./markCard").then((part) => part.Change));
export const MarkCard = lazy(() => import("./markCard").then((part) => part.MarkCard));
export const OpenWords = lazy(() => import("./hardWords").then((part) => part.OpenWords));
export const PickWord = lazy(() => import("./hardWords").then((part) => part.PickWord));
export const PlainSwitch = lazy(() => import("./switch").then((part) => part.PlainSwitch));
export const Tips = lazy(() => import("./tips").then((part) => part.Tips));
