/** The consent round: can you go on with this text? Answers stay private until all are in. */
import { useSignal } from "@preact/signals";
import { day, t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { MAX_BODY_LENGTH, problem } from "../../core/ui/limit";
import { SecondPress } from "../../core/ui/secondPress";
import { toast } from "../../core/ui/toasts";
import { focusWrong, WrittenField } from "../../core/ui/written";
import type { ConsentAnswer, ConsentRound } from "../../generated/catalogue";
import { ActsFor, nameOf } from "../members";
import { Adopted } from "./adopted";
import { OpenRound } from "./consentOpen";
import { Reasons } from "./reasons";
import { answersOf, roundsOf, versionOf } from "./selectors";

type Answer = ConsentAnswer["answer"];

export function Consent() {
  const room = useRoom();
  const rounds = roundsOf(room.state);
  const current = rounds.find((round) => round.state !== "closed");
  const past = rounds.filter((round) => round.state === "closed").reverse();
  const last = rounds.at(-1);
  return (
    <div class="stack">
      {current && <Round round={current} />}
      {!current && last?.adopted && <Adopted round={last} />}
      {!current && (
        <div class="cluster" data-main>
          <p class="soft">{t("No round is open now.")}</p>
          <VisionLink />
          {last?.adopted && room.steering.value && (
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
  const asked = round.members.includes(room.asMember.value ?? room.me);
  const all = round.members.length;
  return (
    <section class="sheet stack" aria-labelledby="round-title">
      <div class="cluster cluster--spread">
        <h2 id="round-title" class="kicker">
          {title(room, round)}
        </h2>
        <VisionLink />
      </div>
      <p class="consent__question">{t("Can you live and work with this text?")}</p>
      <ActsFor id="consent-as" label={t("I answer for")} among={(member) => round.members.includes(member.id)} />
      {asked ? (
        <Mine key={`${round.id}/${room.asMember.value ?? ""}`} round={round} />
      ) : (
        <p class="soft">{t("You were not asked in this round.")}</p>
      )}
      <div class="consent__progress">
        <progress max={all} value={round.answered} aria-label={t("Answers")} />
        <span role="status">{t("{n} of {all} answered", { n: round.answered, all })}</span>
      </div>
      {round.state === "revealed" ? (
        <Revealed round={round} />
      ) : (
        <p class="small soft">{t("Answers are shown when everyone has answered.")}</p>
      )}
      {room.steering.value && <CloseRound round={round} />}
    </section>
  );
}

function options(): { answer: Answer; icon: string; name: string; hint: string }[] {
  return [
    { answer: "agree", icon: "consent", name: t("I agree"), hint: t("I can go on with this.") },
    { answer: "concern", icon: "concern", name: t("I agree, with a concern"), hint: t("I can go on, but keep this in mind.") },
    { answer: "objection", icon: "objection", name: t("I have an objection"), hint: t("I cannot go on with this yet.") },
  ];
}

/** A draft may hold an answer that an older page knew. */
function asAnswer(kept: string): Answer | null {
  return options().find((one) => one.answer === kept)?.answer ?? null;
}

function Mine({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const who = room.asMember.value ?? room.me;
  const given = answersOf(room.state, round.id).find((one) => one.member === who);
  const place = `${room.step.id}/${round.id}-${who}`;
  const choicePlace = `form:consent-${round.id}-${who}`;
  const choice = useSignal<Answer | null>(asAnswer(room.drafts.get(choicePlace)) ?? given?.answer ?? null);
  const reason = useSignal(room.drafts.get(place) || given?.reason || "");
  const choose = (answer: Answer) => {
    choice.value = answer;
    room.drafts.set(choicePlace, answer === given?.answer ? "" : answer);
  };
  const put = (text: string) => {
    reason.value = text;
    room.drafts.set(place, text === given?.reason ? "" : text);
  };
  const why = choice.value === "concern" || choice.value === "objection";
  const send = () => {
    if (!choice.value || (why && problem(reason.value, MAX_BODY_LENGTH, true))) return;
    room.send("consent.answer", { round: round.id, answer: choice.value, reason: why ? reason.value.trim() : "" }).then(
      () => {
        room.drafts.set(place, "");
        room.drafts.set(choicePlace, "");
        toast(room.asMember.value ? t("The answer of {name} is kept.", { name: nameOf(room.state, who) }) : t("Your answer is kept."));
      },
      () => undefined,
    );
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
        focusWrong(event.currentTarget);
      }}
    >
      <div class="consent" role="group" aria-label={t("Your answer")}>
        {options().map((one) => (
          <button
            key={one.answer}
            type="button"
            class="consent__answer"
            data-answer={one.answer}
            aria-pressed={choice.value === one.answer}
            onClick={() => choose(one.answer)}
          >
            <Icon name={one.icon} />
            <span class="consent__name">{one.name}</span>
            <span class="consent__hint">{one.hint}</span>
          </button>
        ))}
      </div>
      {why && (
        <WrittenField
          id="consent-reason"
          label={t("Why? What would make it better?")}
          rows={3}
          max={MAX_BODY_LENGTH}
          needed
          value={reason.value}
          onInput={put}
        />
      )}
      <div class="cluster">
        <button type="submit" class="button button--primary" disabled={!choice.value}>
          {given ? t("Change my answer") : t("Give my answer")}
        </button>
        {given && (
          <span class="cluster cluster--tight">
            <Icon name="check" /> {t("You answered. You may change it until the round closes.")}
          </span>
        )}
      </div>
    </form>
  );
}

function Revealed({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const answers = answersOf(room.state, round.id);
  const agree = answers.filter((one) => one.answer === "agree").length;
  return (
    <div class="stack">
      <p>{tn("one person agrees", "{n} people agree", agree)}</p>
      <Reasons answers={answers} />
    </div>
  );
}

function CloseRound({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const objections = answersOf(room.state, round.id).some((one) => one.answer === "objection");
  const ready = round.state === "revealed" && !objections;
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
      {!ready && (
        <p class="small soft">
          {objections
            ? t("There is an objection. First find a better sentence, then ask again.")
            : t("You can agree when everyone has answered.")}
        </p>
      )}
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
            ? t("agreed on {date}", { date: version?.adopted ? day(version.adopted, room.boot.language) : "" })
            : t("not agreed")}
        </span>
      </summary>
      <Revealed round={round} />
    </details>
  );
}
