/** What comes when somebody opens it. */
import { lazy, loadOnce } from "../../core/ui/lazy";
import type { Place } from "./plain";
import type { VisionPage } from "./visionPage";

const words = loadOnce(() => import("./settledWords"));

export const MarkPopover = lazy(() => import("./markPopover").then((part) => part.MarkPopover));
export const PlainDialog = lazy(() => import("./plainPanel").then((part) => part.PlainDialog));
export const SettledWords = lazy(() => words().then((part) => part.SettledWords));

/** Goes to words in the text, as soon as the editor of their section is there. */
export async function reach(page: VisionPage, place: Place<{ start: number; end: number }>): Promise<void> {
  await (await import("./reach")).reach(page, place);
}

/** Finds the settled words of a page, and has them drawn. */
export async function findSettled(page: VisionPage): Promise<void> {
  (await words()).findSettled(page);
}
