/** What the group thinks about in a step, as the screen shows it. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { Fit } from "../../core/stage/fit";
import type { Group } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { pieces, turnAfter, wordsIn } from "../../core/stage/plan";
import type { Stage } from "../../core/stage/stage";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import { guideOf, howOf, promptsOf } from "./selectors";

export { howOf, phaseName } from "./selectors";

/** The question of a step: its prompts in turn, or what it is about when it has none. */
export function Question({ step }: { step: StepInfo }) {
  const stage = useStage();
  const prompts = promptsOf(stage.state, step);
  const [at, setAt] = useState(0);
  const shown = prompts[at % Math.max(1, prompts.length)] ?? howOf(stage.state, step);
  useEffect(() => {
    if (prompts.length < 2) return undefined;
    const timer = setTimeout(() => setAt(at + 1), turnAfter(wordsIn(shown)));
    return () => clearTimeout(timer);
  }, [at, prompts.length, shown]);
  return (
    <p class="stage-question" dir="auto" key={shown}>
      {shown}
    </p>
  );
}

/** Texts that are read together, one below the other. */
export function lines(id: string, texts: readonly string[], title = ""): Group {
  const things = texts.flatMap((text, n) =>
    pieces(text).map((piece, part) => ({
      id: `${id}/${n}/${part}`,
      words: wordsIn(piece),
      view: (
        <p class="stage-line" dir="auto">
          {piece}
        </p>
      ),
    })),
  );
  return { id, as: "lines", title, things };
}

/** The questions of a talk in pairs. */
export function guideLines(stage: Stage, step: StepInfo): Group {
  const questions = guideOf(stage.state, step);
  const things = questions.map((text, n) => ({
    id: `guide/${n}`,
    words: wordsIn(text),
    view: (
      <p class="stage-line stage-line--numbered" dir="auto">
        <span class="stage-line__number">{n + 1}</span> {text}
      </p>
    ),
  }));
  return { id: "guide", as: "lines", title: questions.length ? t("Ask each other") : "", things };
}

const FEW_WORDS = 60;

/** A step in which only is talked or listened: its questions fill the screen. */
export function TalkStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const prompts = promptsOf(stage.state, step);
  if (wordsIn(prompts.join(" ")) < FEW_WORDS) {
    return (
      <Fit className="stage-alone" most={5.5} least={2.2}>
        <Question step={step} />
      </Fit>
    );
  }
  return <Pages groups={[lines("talk", prompts)]} />;
}
