/** The vision on the screen; what reads the shared text comes when it is needed. */
import { later } from "../../core/stage/later";

export const VisionStage = later(() => import("./stageText").then((part) => part.VisionText));
export const ParagraphStage = later(() => import("./stageText").then((part) => part.ParagraphText));
