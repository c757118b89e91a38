/** What there is to do now, in plain words, and read aloud for whoever wants. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { SpeakButton } from "../../core/room/speakButton";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { Icon, Picture } from "../../core/ui/icon";
import { narrow } from "../../core/ui/media";
import { CardView, cardsOn } from "../cards";
import { themesOf } from "../themes";
import { guideOf, howOf, phaseName, promptsOf } from "./selectors";
import { Timer } from "./steer";

export function StepHead({ step }: { step: StepInfo }) {
  const room = useRoom();
  const phase = room.agenda.phaseOf(step);
  const how = howOf(room.state, step);
  const all = [step.name, how, ...promptsOf(room.state, step)].join(". ");
  return (
    <header class="step-head" data-hue={phase.colour}>
      <Picture name={`phase-${phase.picture}`} className="step-head__picture" />
      <div class="step-head__text">
        <p class="kicker">{phaseName(room.state, phase)}</p>
        <h1 class="step-head__name" tabIndex={-1}>
          {step.name}
        </h1>
        <p class="step-head__how">{how}</p>
        <div class="cluster">
          <ul class="facts">
            <li>
              <Icon name="timer" /> {t("{n} minutes", { n: step.minutes })}
            </li>
            <li>
              <Icon name="people" /> {step.grouping}
            </li>
          </ul>
          <SpeakButton text={all} words />
          <Timer />
        </div>
      </div>
    </header>
  );
}

export function StepText({ step }: { step: StepInfo }) {
  const room = useRoom();
  const prompts = promptsOf(room.state, step);
  return (
    <>
      {step.guide.length > 0 && <Guide key={step.id} step={step} />}
      {prompts.length > 0 && <Prompts prompts={prompts} key={step.id} />}
      {step.example && !narrow.value && <ExampleWords example={step.example} />}
      {step.script && <Script text={step.script} />}
      <div class="asides">
        {step.example && narrow.value && <Example example={step.example} />}
        {step.checklist.length > 0 && <Checklist step={step} />}
        <Earlier step={step} />
        {room.steering.value && <Tips step={step} />}
      </div>
    </>
  );
}

/** One question at a time, but two fit side by side on a wide screen. */
function Prompts({ prompts }: { prompts: readonly string[] }) {
  const [at, setAt] = useState(0);
  const one = prompts.length > (narrow.value ? 1 : 2);
  const shown = one ? prompts.slice(at, at + 1) : prompts;
  return (
    <div class="prompts-row">
      <ol class="prompts" aria-label={t("Questions to think about")} start={one ? at + 1 : 1}>
        {shown.map((prompt) => (
          <li class="prompt" key={prompt}>
            <p class="prompt__text">{prompt}</p>
            <SpeakButton text={prompt} />
          </li>
        ))}
      </ol>
      {one && (
        <button type="button" class="button button--quiet" onClick={() => setAt((at + 1) % prompts.length)}>
          {t("Another question ({n} of {all})", { n: at + 1, all: prompts.length })} <Icon name="next" />
        </button>
      )}
    </div>
  );
}

function Example({ example }: { example: [string, string] }) {
  return (
    <details class="earlier">
      <summary>{t("Example")}</summary>
      <ExampleWords example={example} />
    </details>
  );
}

function ExampleWords({ example }: { example: [string, string] }) {
  return (
    <div class="example" role="group" aria-label={t("Example")}>
      <p class="example__from">
        <span class="kicker">{t("Not this:")}</span> {example[0]}
      </p>
      <Icon name="next" />
      <p class="example__to">
        <span class="kicker">{t("But this:")}</span> {example[1]}
      </p>
    </div>
  );
}

function Script({ text }: { text: string }) {
  return (
    <div class="stack stack--tight">
      <blockquote class="script">{text}</blockquote>
      <SpeakButton text={text} words />
    </div>
  );
}

function Checklist({ step }: { step: StepInfo }) {
  return (
    <details class="earlier" open={!narrow.value}>
      <summary>
        <Icon name="info" /> {t("Questions to ask yourselves")}
      </summary>
      <ul class="checklist">
        {step.checklist.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** For whoever guides: what this phase is for, what often goes wrong, what the next one gets. */
function Tips({ step }: { step: StepInfo }) {
  const room = useRoom();
  const phase = room.agenda.phaseOf(step);
  return (
    <details class="earlier">
      <summary>
        <Icon name="info" /> {t("For you who guide")}
      </summary>
      <div class="stack stack--tight">
        <p>{phase.purpose}</p>
        <p>{phase.feeds}</p>
        {phase.mistakes.length > 0 && (
          <>
            <p class="label">{t("Watch out for")}</p>
            <ul>
              {phase.mistakes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

/** What earlier steps brought: the topic, themes, cards. */
function Earlier({ step }: { step: StepInfo }) {
  const room = useRoom();
  const state = room.state;
  const boards = step.earlier.filter((one) => room.agenda.step(one));
  const cards = cardsOn(state, boards, [], room.me).filter((card) => !card.hidden);
  const themes = step.earlier.includes("themes") ? themesOf(state) : [];
  const topic = step.earlier.includes("topic") ? communityOf(state)?.topic : "";
  if (!cards.length && !themes.length && !topic) return null;
  return (
    <details class="earlier">
      <summary>
        <Icon name="undo" /> {t("From earlier")}
      </summary>
      <div class="stack">
        {topic && (
          <p class="topic topic--box" dir="auto">
            <Icon name="home" /> {topic}
          </p>
        )}
        {themes.length > 0 && (
          <p class="cluster cluster--tight">
            <span>{t("Our themes:")}</span>
            {themes.map((theme) => (
              <span class="badge badge--accent" key={theme.id} dir="auto">
                {theme.name}
              </span>
            ))}
          </p>
        )}
        {cards.length > 0 && (
          <div class="column--wide">
            <ul class="column__cards">
              {cards.map((card) => (
                <CardView key={card.id} card={card} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}

/** The interview: one question at a time, in big letters. */
export function Guide({ step }: { step: StepInfo }) {
  const room = useRoom();
  const questions = guideOf(room.state, step);
  const [at, setAt] = useState(0);
  const [all, setAll] = useState(false);
  const question = questions[Math.min(at, questions.length - 1)];
  if (question === undefined) return null;
  return (
    <section class="sheet stack room-guide" aria-labelledby="guide-title">
      <div class="cluster cluster--spread">
        <h2 id="guide-title" class="kicker">
          {all ? t("The questions") : t("Question {n} of {all}", { n: at + 1, all: questions.length })}
        </h2>
        <button type="button" class="button button--quiet" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t("One at a time") : t("Show all")}
        </button>
      </div>
      {all ? (
        <ol class="guide">
          {questions.map((one) => (
            <li key={one}>
              <span>{one}</span>
              <SpeakButton text={one} />
            </li>
          ))}
        </ol>
      ) : (
        <>
          <p class="room-question" aria-live="polite">
            {question}
          </p>
          <div class="cluster">
            <button type="button" class="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
              <Icon name="back" /> {t("Back")}
            </button>
            <button type="button" class="button button--primary" disabled={at >= questions.length - 1} onClick={() => setAt(at + 1)}>
              {t("Next question")} <Icon name="next" />
            </button>
            <SpeakButton text={question} words />
          </div>
        </>
      )}
    </section>
  );
}
