/** The agreements: what, who, when. */
import { day, t } from "../../core/i18n/strings";
import type { Thing } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { wordsIn } from "../../core/stage/plan";
import type { Stage } from "../../core/stage/stage";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import type { Agreement } from "../../generated/catalogue";
import { Question } from "../agenda/stage";
import { nameOf } from "../members/stage";
import { agreementsOf } from "./selectors";

export function AgreementsStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const things = agreementsOf(stage.state).map((one) => thing(stage, one));
  return (
    <>
      <Question step={step} />
      <Pages groups={[{ id: "agreements", as: "cards", things }]} />
    </>
  );
}

function thing(stage: Stage, one: Agreement): Thing {
  const people = [one.owner, ...one.helpers].map((id) => nameOf(stage.state, id)).filter(Boolean);
  return {
    id: one.id,
    words: wordsIn(one.text) + people.length + 4,
    view: (
      <section class="stage-agreement">
        <p class="stage-agreement__what" dir="auto">
          {one.text}
        </p>
        <p class="stage-agreement__fact">
          <Icon name="people" className="stage-icon" /> {people.join(", ") || t("who: not known yet")}
        </p>
        <p class="stage-agreement__fact">
          <Icon name="calendar" className="stage-icon" /> {one.start ? day(one.start, stage.boot.language) : t("when: not known yet")}
        </p>
      </section>
    ),
  };
}
