/** What comes when somebody opens it. */
import { lazy } from "../../core/ui/lazy";
import type { Place } from "./plain";
import type { VisionPage } from "./visionPage";

export const MarkPopover = lazy(() => import("./markPopover").then((part) => part.MarkPopover));
export const PlainDialog = lazy(() => import("./plainPanel").then((part) => part.PlainDialog));

/** Goes to words in the text, as soon as the editor of their section is there. */
export async function reach(page: VisionPage, place: Place<{ start: number; end: number }>): Promise<void> {
  await (await import("./reach")).reach(page, place);
}
