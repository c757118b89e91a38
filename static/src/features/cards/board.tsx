/** The board of a step: on a phone one thing at a time, elsewhere all columns. */
import type { StepInfo } from "../../core/store/phases";
import { lazy } from "../../core/ui/lazy";
import { narrow } from "../../core/ui/media";
import { Ask } from "./ask";

const Cockpit = lazy(() => import("./cockpit").then((part) => part.Cockpit));

export function Board({ step }: { step: StepInfo }) {
  return narrow.value ? <Ask key={step.id} step={step} /> : <Cockpit step={step} />;
}
