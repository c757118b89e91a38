/** What belongs to a step and need not be in view all the time: example, checklist, what came before, tips. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { SpeakButton } from "../../core/room/speakButton";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { TopicWords } from "../../core/ui/topicWords";
import { CardView } from "../cards";
import { themesOf } from "../themes";
import { offeredCards } from "../voting";
import { howOf, phaseName } from "./selectors";

/** How it goes, in full, with the facts about it. */
export function AboutStep({ step }: { step: StepInfo }) {
  const room = useRoom();
  const how = howOf(room.state, step);
  return (
    <div class="stack">
      <section class="stack stack--tight" aria-labelledby="about-step">
        <p class="kicker">{phaseName(room.state, room.agenda.phaseOf(step))}</p>
        <h3 id="about-step">{step.name}</h3>
        <p>{how}</p>
        <ul class="facts">
          <li>
            <Icon name="timer" /> {t("{n} minutes", { n: step.minutes })}
          </li>
          <li>
            <Icon name="people" /> {step.grouping}
          </li>
        </ul>
        <p>
          <SpeakButton text={how} words />
        </p>
      </section>
      {step.example && <ExampleWords example={step.example} />}
      {step.checklist.length > 0 && <Checklist step={step} />}
      <Earlier step={step} />
      {room.steering.value && <Tips step={step} />}
    </div>
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

function Checklist({ step }: { step: StepInfo }) {
  return (
    <details class="earlier">
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
  const cards = offeredCards(state, room.agenda, step.earlier, room.me);
  const themes = step.earlier.includes("themes") ? themesOf(state) : [];
  const topic = step.earlier.includes("topic") ? communityOf(state)?.topic : "";
  if (!cards.length && !themes.length && !topic) return null;
  return (
    <details class="earlier" open>
      <summary>
        <Icon name="undo" /> {t("From earlier")}
      </summary>
      <div class="stack">
        {topic && (
          <p class="topic" dir="auto">
            <Icon name="home" /> <TopicWords state={state} />
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
