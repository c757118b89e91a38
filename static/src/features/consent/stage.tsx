/** A consent round: how many have answered; the answers only when all are in; and the feast at the end. */
import { t, tn } from "../../core/i18n/strings";
import type { Group } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { wordsIn } from "../../core/stage/plan";
import { useStage } from "../../core/stage/stage";
import { communityOf } from "../../core/store/community";
import type { State } from "../../core/store/fold";
import type { StepInfo } from "../../core/store/phases";
import { Icon, Picture } from "../../core/ui/icon";
import type { ConsentAnswer, ConsentRound } from "../../generated/catalogue";
import { howOf, lines, Question } from "../agenda/stage";
import { answersOf, expectedIn, rewordingsOf, roundsOf, versionOf } from "./selectors";

/** From here on a paragraph is in a smaller size. */
const MANY_WORDS = 45;

export function ConsentStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const last = roundsOf(stage.state).at(-1);
  if (!last) return <Pages groups={[lines("how", [howOf(stage.state, step)])]} />;
  if (last.adopted && !last.words) return <Adopted round={last} />;
  return last.state === "open" ? <Open round={last} /> : <Revealed step={step} round={last} />;
}

function Open({ round }: { round: ConsentRound }) {
  const stage = useStage();
  const all = expectedIn(round);
  return (
    <div class="stage-consent">
      <p class="stage-consent__version">{t("Version {label}", { label: versionOf(stage.state, round)?.label ?? "" })}</p>
      <p class="stage-question stage-question--large">
        {round.words ? t("Can you live and work with this part?") : t("Can you live and work with this text?")}
      </p>
      {round.words && (
        <blockquote class="stage-consent__part" data-long={wordsIn(round.words) > MANY_WORDS || undefined} dir="auto">
          {round.words}
        </blockquote>
      )}
      <progress class="stage-consent__bar" max={all} value={round.answered} aria-label={t("Answers")} />
      <p class="stage-words" role="status">
        {t("{n} of {all} answered", { n: round.answered, all })}
      </p>
      <p class="stage-consent__note">{t("Answers are shown when everyone has answered.")}</p>
    </div>
  );
}

function Revealed({ step, round }: { step: StepInfo; round: ConsentRound }) {
  const stage = useStage();
  const answers = answersOf(stage.state, round.id);
  const count = (kind: ConsentAnswer["answer"]) => answers.filter((one) => one.answer === kind).length;
  const result = (
    <ul class="stage-answers">
      <li class="stage-answers__one" data-answer="agree">
        <Icon name="consent" className="stage-answers__icon" /> {tn("one person agrees", "{n} people agree", count("agree"))}
      </li>
      <li class="stage-answers__one" data-answer="concern">
        <Icon name="concern" className="stage-answers__icon" /> {tn("one concern", "{n} concerns", count("concern"))}
      </li>
      <li class="stage-answers__one" data-answer="objection">
        <Icon name="objection" className="stage-answers__icon" /> {tn("one objection", "{n} objections", count("objection"))}
      </li>
    </ul>
  );
  const groups: Group[] = [
    { id: `result/${round.id}`, as: "whole", things: [{ id: round.id, words: 12, view: result }] },
    reasons(stage.state, answers, "concern", t("Concerns to keep in mind")),
    reasons(stage.state, answers, "objection", t("Objections: look for a better sentence together")),
    strong(round),
  ];
  return (
    <>
      <Question step={step} />
      <Pages groups={groups} apart />
    </>
  );
}

/** What was said, by nobody: the screen shows no names. */
function reasons(state: State, answers: readonly ConsentAnswer[], kind: ConsentAnswer["answer"], title: string): Group {
  const given = answers.filter((one) => one.answer === kind && one.reason);
  const things = given.map((one) => {
    const better = rewordingsOf(state, one.round).filter(({ sentence }) => one.sentence && sentence === one.sentence);
    return {
      id: one.id,
      words: wordsIn([one.sentence, one.reason, ...better.map(({ text }) => text)].join(" ")),
      view: (
        <div class="stage-card stage-card--reason" data-answer={kind}>
          {one.sentence && (
            <p class="stage-consent__sentence" dir="auto">
              “{one.sentence}”
            </p>
          )}
          <p dir="auto">{one.reason}</p>
          {better.map(({ id, text }) => (
            <p key={id} class="stage-consent__better" dir="auto">
              {t("Better")}: {text}
            </p>
          ))}
        </div>
      ),
    };
  });
  return { id: kind, as: "cards", title, things };
}

/** Sentences that both groups find strong. */
function strong(round: ConsentRound): Group {
  const things = round.together.map((sentence) => ({
    id: sentence,
    words: wordsIn(sentence),
    view: (
      <p class="stage-card" dir="auto">
        {sentence}
      </p>
    ),
  }));
  return { id: "together", as: "cards", title: t("Parents and professionals both find this strong"), things };
}

function Adopted({ round }: { round: ConsentRound }) {
  const stage = useStage();
  const answers = answersOf(stage.state, round.id);
  const community = communityOf(stage.state);
  const concerns = answers.filter((one) => one.answer === "concern").length;
  return (
    <div class="stage-adopted">
      <Picture name="village" className="stage-adopted__picture" />
      <p class="stage-adopted__title">{t("We agree on our vision.")}</p>
      <p class="stage-adopted__name" dir="auto">
        {community?.title || community?.name}
      </p>
      <p class="stage-adopted__facts">
        {t("Version {label}", { label: versionOf(stage.state, round)?.label ?? "" })}
        {" · "}
        {tn("one person said yes", "{n} people said yes", answers.length)}
        {concerns > 0 && ` · ${tn("one concern to keep in mind", "{n} concerns to keep in mind", concerns)}`}
      </p>
    </div>
  );
}
