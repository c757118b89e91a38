/** The consent round: can you go on with this text? Answers stay private until all are in. */
import { day, t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import { SecondPress } from "../../core/ui/secondPress";
import type { ConsentRound } from "../../generated/catalogue";
import { ActsFor } from "../members";
import { Absent, AbsentRoles } from "./absent";
import { whyNotYet } from "./acts";
import { Adopted } from "./adopted";
import { AskAgain, Better } from "./again";
import { Mine } from "./answer";
import { OpenRound } from "./consentOpen";
import { Reasons } from "./reasons";
import { answersOf, expectedIn, roundsOf, versionOf } from "./selectors";
import { useSentences } from "./sentences";

export function Consent() {
  const room = useRoom();
  const rounds = roundsOf(room.state);
  const current = rounds.find((round) => round.state !== "closed");
  const past = rounds.filter((round) => round.state === "closed").reverse();
  const last = rounds.at(-1);
  const agreed = last?.adopted && !last.words ? last : undefined;
  return (
    <div class="stack">
      {current && <Round round={current} />}
      {!current && agreed && <Adopted round={agreed} />}
      {!current && (
        <div class="cluster" data-main>
          <p class="soft">{t("No round is open now.")}</p>
          <VisionLink />
          {agreed && room.steering.value && (
            <button type="button" class="button" data-do="open-consent" onClick={() => room.show(OpenRound)}>
              <Icon name="consent" /> {t("Open a consent round")}
            </button>
          )}
        </div>
      )}
      {past.length > 0 && (
        <section class="stack" aria-labelledby="past-rounds">
          <h2 id="past-rounds">{t("Earlier rounds")}</h2>
          {past.map((round) => (
            <Past key={round.id} round={round} />
          ))}
        </section>
      )}
    </div>
  );
}

function VisionLink() {
  const room = useRoom();
  return (
    <a class="button button--small" href={room.boot.urls["vision"]}>
      <Icon name="eye" /> {t("Read our vision")}
    </a>
  );
}

function title(room: ReturnType<typeof useRoom>, round: ConsentRound): string {
  return t("Round {n}: our text, number {label}", { n: round.number, label: versionOf(room.state, round)?.label ?? "" });
}

function Round({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const who = room.asMember.value ?? room.me;
  const asked = round.members.includes(who);
  const all = expectedIn(round);
  const revealed = round.state === "revealed";
  const sections = useSentences(room.live, round);
  return (
    <section class="sheet stack" aria-labelledby="round-title">
      <div class="cluster cluster--spread">
        <h2 id="round-title" class="kicker">
          {title(room, round)}
        </h2>
        <VisionLink />
      </div>
      {round.words ? (
        <>
          <p class="consent__question">{t("Can you live and work with this part?")}</p>
          <blockquote class="consent__part" lang={room.boot.community.language} dir="auto">
            {round.words}
          </blockquote>
        </>
      ) : (
        <p class="consent__question">{t("Can you live and work with this text?")}</p>
      )}
      <Better round={round} sections={sections} />
      {revealed && <Revealed round={round} />}
      {revealed && <AskAgain round={round} />}
      <ActsFor id="consent-as" label={t("I answer for")} among={(member) => round.members.includes(member.id)} />
      {asked ? (
        <Mine key={`${round.id}/${room.asMember.value ?? ""}`} round={round} sections={sections} />
      ) : (
        <p class="soft">{t("You were not asked in this round.")}</p>
      )}
      <div class="consent__progress">
        <progress max={all} value={round.answered} aria-label={t("Answers")} />
        <span role="status">{t("{n} of {all} answered", { n: round.answered, all })}</span>
      </div>
      <Absent round={round} />
      {!revealed && <p class="small soft">{t("Answers are shown when everyone has answered.")}</p>}
      {room.steering.value && <CloseRound round={round} />}
    </section>
  );
}

function Revealed({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const answers = answersOf(room.state, round.id);
  const agree = answers.filter((one) => one.answer === "agree").length;
  return (
    <div class="stack">
      <p>{tn("one person agrees", "{n} people agree", agree)}</p>
      <Reasons round={round} answers={answers} />
      {round.together.length > 0 && (
        <Notice kind="good" icon="consent" title={t("Parents and professionals both find this strong")}>
          <ul lang={room.boot.community.language}>
            {round.together.map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function CloseRound({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const waits = whyNotYet(room, round);
  return (
    <div class="cluster">
      <SecondPress
        act="close-round"
        buttonClass="button button--quiet"
        warning={t("The round is over then, and nobody can answer any more. Press once more. The answers are kept.")}
        sure={t("Close it anyway")}
        run={() => void room.send("consent.close", { round: round.id, adopt: false }).catch(() => undefined)}
      >
        {t("Close without agreeing")}
      </SecondPress>
      {waits && <p class="small soft">{waits}</p>}
    </div>
  );
}

function Past({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const version = versionOf(room.state, round);
  return (
    <details class="earlier">
      <summary>
        <Icon name={round.adopted ? "consent" : "undo"} /> {title(room, round)}{" "}
        <span class={`badge${round.adopted ? " badge--good" : ""}`}>
          {round.adopted
            ? version?.adopted
              ? t("agreed on {date}", { date: day(version.adopted, room.boot.language) })
              : t("agreed")
            : t("not agreed")}
        </span>
      </summary>
      {round.words && (
        <blockquote class="consent__part" lang={room.boot.community.language} dir="auto">
          {round.words}
        </blockquote>
      )}
      <AbsentRoles round={round} />
      <Revealed round={round} />
    </details>
  );
}
