/** What the screen shows per kind of step. The one list: a new kind of step adds its picture here. */
import type { Stages } from "../../core/stage/stage";
import { TalkStage } from "../../features/agenda/stage";
import { AgreementsStage } from "../../features/agreements/stage";
import { BoardStage } from "../../features/cards/stage";
import { ConsentStage } from "../../features/consent/stage";
import { VisionStage } from "../../features/sections/stage";
import { TermsStage } from "../../features/terms/stage";
import { ThemesStage } from "../../features/themes/stage";
import { DotsStage } from "../../features/voting/stage";

export const STAGES: Stages = {
  agreements: AgreementsStage,
  board: BoardStage,
  consent: ConsentStage,
  dots: DotsStage,
  guide: BoardStage,
  talk: TalkStage,
  terms: TermsStage,
  themes: ThemesStage,
  vision: VisionStage,
};
