/** What the group is asked in a step: one question at a time, read aloud for whoever wants. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { SpeakButton } from "../../core/room/speakButton";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { guideOf, howOf, promptsOf } from "./selectors";

/** The questions of the talk in pairs first, then what is written down together. */
function questionsOf(room: ReturnType<typeof useRoom>, step: StepInfo): string[] {
  return [...guideOf(room.state, step), ...promptsOf(room.state, step)];
}

export function Question({ step }: { step: StepInfo }) {
  const room = useRoom();
  const [shown, setShown] = useState(0);
  const questions = questionsOf(room, step);
  const at = Math.min(shown, Math.max(questions.length - 1, 0));
  const told = howOf(room.state, step);
  const question = questions[at] ?? told;
  const how = questions.length > 0 ? told : "";
  return (
    <section class="question" aria-label={t("What we do now")}>
      <div class="question__words" aria-live="polite">
        <p class="question__text" dir="auto">
          {question}
        </p>
        {how && <p class="question__how">{how}</p>}
      </div>
      <div class="question__tools">
        {questions.length > 1 && (
          <>
            <button
              type="button"
              class="button button--icon button--quiet"
              aria-label={t("Previous question")}
              disabled={at === 0}
              onClick={() => setShown(at - 1)}
            >
              <Icon name="back" />
            </button>
            <span class="question__at">{t("{n} of {all}", { n: at + 1, all: questions.length })}</span>
            <button
              type="button"
              class="button button--icon button--quiet"
              aria-label={t("Next question")}
              disabled={at === questions.length - 1}
              onClick={() => setShown(at + 1)}
            >
              <Icon name="next" />
            </button>
          </>
        )}
        <SpeakButton text={[question, how].filter(Boolean).join(" ")} />
      </div>
    </section>
  );
}
