/** One's own answer, or that of somebody for whom one types. */
import { useSignal } from "@preact/signals";
import { day, t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Field } from "../../core/ui/field";
import { Icon } from "../../core/ui/icon";
import { MAX_BODY_LENGTH, problem } from "../../core/ui/limit";
import { toast } from "../../core/ui/toasts";
import { focusWrong, WrittenField } from "../../core/ui/written";
import type { ConsentAnswer, ConsentRound } from "../../generated/catalogue";
import { nameOf } from "../members";
import { answersOf, today } from "./selectors";
import type { SentencesOf } from "./sentences";

type Answer = ConsentAnswer["answer"];

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

export function Mine({ round, sections }: { round: ConsentRound; sections: readonly SentencesOf[] }) {
  const room = useRoom();
  const who = room.asMember.value ?? room.me;
  const given = answersOf(room.state, round.id).find((one) => one.member === who);
  const place = `${room.step.id}/${round.id}-${who}`;
  const choicePlace = `form:consent-${round.id}-${who}`;
  const choice = useSignal<Answer | null>(asAnswer(room.drafts.get(choicePlace)) ?? given?.answer ?? null);
  const reason = useSignal(room.drafts.get(place) || given?.reason || "");
  const sentence = useSignal(given?.sentence ?? "");
  const strong = useSignal<readonly string[]>(given?.strong ?? []);
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
    const fields = { reason: why ? reason.value.trim() : "", sentence: why ? sentence.value : "", strong: [...strong.value] };
    const other = room.asMember.value;
    room.send("consent.answer", { round: round.id, answer: choice.value, ...fields }).then(
      () => {
        room.drafts.set(place, "");
        room.drafts.set(choicePlace, "");
        if (other) {
          // What somebody else said stays on nobody's screen.
          choice.value = null;
          reason.value = "";
          sentence.value = "";
          strong.value = [];
        }
        toast(other ? t("The answer of {name} is kept.", { name: nameOf(room.state, who) }) : t("Your answer is kept."));
      },
      () => undefined,
    );
  };
  if (round.absent.includes(who) && round.until && today() > round.until) {
    return <p>{t("The last day to answer was {date}.", { date: day(round.until, room.boot.language) })}</p>;
  }
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
      {round.absent.includes(who) && round.until && (
        <p>{t("You could not come. You may answer until {date}.", { date: day(round.until, room.boot.language) })}</p>
      )}
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
        <>
          <SentenceField
            sections={sections}
            value={sentence.value}
            set={(one) => (sentence.value = one)}
            lang={room.boot.community.language}
          />
          <WrittenField
            id="consent-reason"
            label={t("Why? What would make it better?")}
            rows={3}
            max={MAX_BODY_LENGTH}
            needed
            value={reason.value}
            onInput={put}
          />
        </>
      )}
      <Strong sections={sections} chosen={strong.value} set={(all) => (strong.value = all)} lang={room.boot.community.language} />
      <div class="cluster">
        <button type="submit" class="button button--primary" disabled={!choice.value}>
          {given || round.typed.includes(who) ? t("Change my answer") : t("Give my answer")}
        </button>
        {given && (
          <span>
            <Icon name="check" /> {t("You answered. You may change it until the round closes.")}
          </span>
        )}
        {!given && round.typed.includes(who) && (
          <span>
            <Icon name="check" /> {t("{name} answered. What it was is on nobody's screen.", { name: nameOf(room.state, who) })}
          </span>
        )}
      </div>
    </form>
  );
}

interface Choice {
  sections: readonly SentencesOf[];
  lang: string;
}

/** Which sentence the concern is about. */
function SentenceField({ sections, value, set, lang }: Choice & { value: string; set: (sentence: string) => void }) {
  if (!sections.length) return null;
  return (
    <Field id="consent-sentence" label={t("About which sentence?")}>
      <select class="select" value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{t("about all of it")}</option>
        {sections.map((section) => (
          <optgroup key={section.id} label={section.heading} lang={lang}>
            {section.sentences.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

/** Which sentences this person finds strong; never shown by person. */
function Strong({ sections, chosen, set, lang }: Choice & { chosen: readonly string[]; set: (all: string[]) => void }) {
  if (!sections.length) return null;
  const toggle = (sentence: string, on: boolean) => set(on ? [...chosen, sentence] : chosen.filter((one) => one !== sentence));
  return (
    <details>
      <summary>{t("Which sentences do you find strong?")}</summary>
      <p class="small soft consent__why">
        {t(
          "Nobody sees who chose what. A sentence is shown when most parents and most professionals chose it, and there are five or more of each.",
        )}
      </p>
      {sections.map((section) => (
        <fieldset key={section.id} class="stack stack--tight" lang={lang}>
          <legend class="label" dir="auto">
            {section.heading}
          </legend>
          {section.sentences.map((one) => (
            <label class="check" key={one}>
              <input type="checkbox" checked={chosen.includes(one)} onChange={(event) => toggle(one, event.currentTarget.checked)} />
              <span dir="auto">{one}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
