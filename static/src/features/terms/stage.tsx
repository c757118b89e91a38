/** The word exchange: hard words with what they mean in plain ones. */
import { t } from "../../core/i18n/strings";
import type { Thing } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { wordsIn } from "../../core/stage/plan";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import type { Term } from "../../generated/catalogue";
import { Question } from "../agenda/stage";
import { termsOf } from "./selectors";

const STATES: readonly Term["state"][] = ["asked", "explained", "said", "settled"];

export function TermsStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const terms = termsOf(stage.state).sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  return (
    <>
      <Question step={step} />
      <Pages groups={[{ id: "terms", as: "cards", things: terms.map(thing) }]} />
    </>
  );
}

function thing(term: Term): Thing {
  const states = { asked: t("asked"), explained: t("explained"), said: t("in own words"), settled: t("agreed") };
  const meaning = term.plain || term.own_words || term.explanation;
  return {
    id: term.id,
    words: wordsIn(`${term.word} ${meaning}`) + 2,
    view: (
      <section class="stage-term" data-state={term.state}>
        <h2 class="stage-term__word" dir="auto">
          {term.word}
        </h2>
        {meaning && (
          <p class="stage-term__meaning" dir="auto">
            {meaning}
          </p>
        )}
        <p class="stage-term__state">{states[term.state]}</p>
      </section>
    ),
  };
}
