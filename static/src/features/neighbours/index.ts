/** Neighbours read a draft along: what other features may use. It comes where a draft is, or was, read along. */
import { lazy } from "../../core/ui/lazy";
import type { VisionPage } from "../editor";

export const NeighboursBar = lazy(() => import("./parts").then((part) => part.NeighboursBar), true);
export const NeighboursSaid = lazy(() => import("./parts").then((part) => part.NeighboursSaid), true);
export const PublishDraft = lazy(() => import("./parts").then((part) => part.PublishDraft), true);

/** Whether neighbours read a draft of this text, or did. */
export function neighboursRead(page: VisionPage): boolean {
  for (const _ in page.state.collections.readings) return true;
  return false;
}
