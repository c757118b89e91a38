/** The screen of a group: where the group is, its picture, the clock, and how to come in. */
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Stage } from "../../core/stage/stage";
import { StageContext, useStage } from "../../core/stage/stage";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { Icon, Picture } from "../../core/ui/icon";
import { phaseName } from "../../features/agenda/stage";
import { CardCount, openCards, SpotlightStage } from "../../features/cards/stage";
import { HereNow, JoinStage } from "../../features/members/stage";
import { ParagraphStage } from "../../features/sections/stage";
import { Clock } from "./clock";
import { STAGES } from "./stages";

export function Screen({ stage }: { stage: Stage }) {
  const status = stage.live.status.value;
  if (status === "gone") {
    return (
      <div class="screen-end">
        <p class="stage-words">{t("This screen has ended. Open it again from your group.")}</p>
      </div>
    );
  }
  if (stage.state.seq < 0) {
    return (
      <div class="screen-end">
        <h1 class="screen-end__name">{stage.boot.community.name}</h1>
        <p class="stage-words">{t("One moment…")}</p>
      </div>
    );
  }
  return (
    <StageContext.Provider value={stage}>
      <Shown />
      {status !== "online" && (
        <p class="screen-lost" role="status">
          <Icon name="warning" className="stage-icon" /> {t("No connection")}
        </p>
      )}
    </StageContext.Provider>
  );
}

function Shown() {
  const stage = useStage();
  const step = stage.groupStep.value;
  const phase = stage.agenda.phaseOf(step);
  const pause = stage.pause.value;
  const ends = communityOf(stage.state)?.timer_ends ?? null;
  useEffect(() => {
    document.body.dataset["hue"] = phase.colour;
  }, [phase.colour]);
  const coming = !pause && arriving(stage, step);
  return (
    <div class="screen" data-shown-step={step.id}>
      <header class="screen__head">
        <Picture name={`phase-${phase.picture}`} className="screen__picture" />
        <div class="screen__where">
          <p class="screen__phase">{phaseName(stage.state, phase)}</p>
          <h1 class="screen__step">{pause ? communityOf(stage.state)?.name : step.name}</h1>
        </div>
        {!pause && <Clock ends={ends} />}
      </header>
      <div class="screen__main" key={`${step.id}${coming}`}>
        <Middle step={step} coming={coming} />
      </div>
      <footer class="screen__foot">
        {!coming && <Corner />}
        {coming ? <span /> : <HereNow />}
        {!coming && <CardCount step={step} />}
        <PageDots />
      </footer>
    </div>
  );
}

/** People are still coming in: the first step, with nothing to read on it yet. */
function arriving(stage: Stage, step: StepInfo): boolean {
  const spotlight = stage.state.collections.spotlight["screen"];
  return !spotlight && step.id === stage.agenda.first().id && !openCards(stage, [step.id]).length;
}

function Middle({ step, coming }: { step: StepInfo; coming: boolean }) {
  const stage = useStage();
  const pause = stage.pause.value;
  const spotlight = stage.state.collections.spotlight["screen"];
  const card = spotlight ? stage.state.collections.cards[spotlight.card] : undefined;
  const section = spotlight ? stage.state.collections.sections[spotlight.section] : undefined;
  if (pause) {
    return (
      <div class="screen-pause">
        <Picture name={pause.coffee ? "moments/coffee" : "moments/circle"} className="screen-pause__picture" />
        <p class="screen-pause__title" dir="auto">
          {pause.title}
        </p>
        <Clock ends={pause.ends} large />
      </div>
    );
  }
  if (card && !card.hidden) return <SpotlightStage key={card.id} card={card} />;
  if (section && spotlight) return <ParagraphStage key={spotlight.paragraph} section={section} paragraph={spotlight.paragraph} />;
  if (coming) return <JoinStage />;
  const Picture_ = STAGES[step.tool];
  return Picture_ ? <Picture_ step={step} /> : null;
}

/** For who comes late: the code stays in a corner. */
function Corner() {
  const { code, address, qr } = useStage().boot.join;
  return (
    <div class="screen-corner">
      <img class="screen-corner__qr" src={qr} alt={t("Picture to scan with your phone")} />
      <p class="screen-corner__words">
        <span dir="ltr">{address}</span>
        <strong class="screen-corner__code" role="img" aria-label={[...code].join(" ")}>
          {code.slice(0, 3)} {code.slice(3)}
        </strong>
      </p>
    </div>
  );
}

const MOST_DOTS = 12;

function PageDots() {
  const { at, of } = useStage().pages.value;
  if (of < 2) return null;
  return (
    <p class="page-dots">
      {of <= MOST_DOTS && (
        <span class="page-dots__row" aria-hidden="true">
          {Array.from({ length: of }, (_, n) => (
            <i key={n} class={`page-dots__dot${n === at ? " is-here" : ""}`} />
          ))}
        </span>
      )}
      {t("{n} of {all}", { n: at + 1, all: of })}
    </p>
  );
}
