/** The word exchange: a professional explains, a parent says it in own words, a parent confirms. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { SpeakButton } from "../../core/room/speakButton";
import { offerUndo } from "../../core/room/undo";
import { Empty } from "../../core/ui/empty";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { MAX_BODY_LENGTH, MAX_LINE_LENGTH, problem } from "../../core/ui/limit";
import { narrow } from "../../core/ui/media";
import { SecondPress } from "../../core/ui/secondPress";
import { Sequence } from "../../core/ui/sequence";
import { toast } from "../../core/ui/toasts";
import { focusWrong, WrittenField } from "../../core/ui/written";
import type { Term } from "../../generated/catalogue";
import { nameOf } from "../members";
import { termsOf } from "./selectors";
import { TapWord } from "./tapWord";

const MAX_TERM_LENGTH = 60;

export function Terms() {
  const room = useRoom();
  const terms = termsOf(room.state);
  const open = terms.filter((term) => term.state !== "settled");
  const settled = terms.filter((term) => term.state === "settled");
  return (
    <div class="stack">
      <Ask />
      {terms.length === 0 && <Empty picture="empty-cards" text={t("No words yet. Which word is hard?")} />}
      {narrow.value ? (
        <Sequence
          label={t("Words")}
          items={[...open, ...settled]}
          idOf={(term) => term.id}
          one={(term) => <TermView term={term} />}
          overview={(go) => <WordList terms={[...open, ...settled]} go={go} />}
        />
      ) : (
        <div class="grid grid--two">
          {[...open, ...settled].map((term) => (
            <TermView key={term.id} term={term} />
          ))}
        </div>
      )}
    </div>
  );
}

/** All words with how far they are; a press goes to one. */
function WordList({ terms, go }: { terms: readonly Term[]; go: (id: string) => void }) {
  return (
    <ul class="list">
      {terms.map((term) => (
        <li key={term.id} class="list__row">
          <button type="button" class="button button--quiet" onClick={() => go(term.id)}>
            <span dir="auto">{term.word}</span> <span class="badge">{stateName(term.state)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateName(state: Term["state"]): string {
  const names = { asked: t("asked"), explained: t("explained"), said: t("in own words"), settled: t("agreed") };
  return names[state];
}

function Ask() {
  const room = useRoom();
  const place = `${room.step.id}/ask`;
  const word = useSignal(room.drafts.get(place));
  const put = (text: string) => {
    word.value = text;
    room.drafts.set(place, text);
  };
  const ask = () => {
    const text = word.value.trim();
    if (problem(text, MAX_TERM_LENGTH, true)) return;
    const term = newId();
    room.send("term.ask", { term, word: text }).then(
      () => {
        if (word.peek().trim() === text) put("");
        focusSoon(`#term-${term}`);
      },
      () => undefined, // told already; the word is still there
    );
  };
  return (
    <>
      <form
        class="sheet cluster"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
          focusWrong(event.currentTarget);
        }}
      >
        <WrittenField id="ask-word" label={t("Which word is hard?")} max={MAX_TERM_LENGTH} needed value={word.value} onInput={put} />
        <button type="submit" class="button button--primary">
          <Icon name="say" /> {t("Ask what it means")}
        </button>
      </form>
      <TapWord chosen={word.value} choose={put} />
    </>
  );
}

const STATES = ["asked", "explained", "said", "settled"] as const;

function TermView({ term }: { term: Term }) {
  const room = useRoom();
  const state = room.state;
  const done = STATES.indexOf(term.state);
  return (
    <article class="term" data-state={term.state} aria-labelledby={`term-${term.id}`}>
      <div class="cluster cluster--spread">
        <h2 class="term__word" id={`term-${term.id}`} tabIndex={-1} dir="auto">
          {term.word}
        </h2>
        {room.steering.value && <TakeOff term={term} />}
      </div>
      <ol class="term__road" aria-label={t("How far this word is")}>
        {STATES.map((one, n) => (
          <li key={one} class={n <= done ? "is-done" : ""}>
            {stateName(one)}
            {n <= done && <span class="visually-hidden"> {t("(done)")}</span>}
          </li>
        ))}
      </ol>
      {term.explanation && (
        <div class="term__said" data-role={room.role(term.explained_by)}>
          <p class="term__by">
            <Icon name={`role-${room.role(term.explained_by) ?? "professional"}`} />{" "}
            {t("{name} explains:", { name: nameOf(state, term.explained_by) || t("a professional") })}
          </p>
          <p dir="auto">{term.explanation}</p>
          <SpeakButton text={term.explanation} />
        </div>
      )}
      {term.own_words && (
        <div class="term__said" data-role={room.role(term.said_by)}>
          <p class="term__by">
            <Icon name={`role-${room.role(term.said_by) ?? "parent"}`} />{" "}
            {t("{name} says it like this:", { name: nameOf(state, term.said_by) || t("a parent") })}
          </p>
          <p dir="auto">{term.own_words}</p>
        </div>
      )}
      {term.plain && (
        <p class="term__plain" dir="auto">
          <span class="kicker">{t("In our text:")}</span> {term.plain}
        </p>
      )}
      <NextForTerm key={term.state} term={term} />
    </article>
  );
}

/** Without explanations a word comes back by one press; with them it asks first, since they would be lost. */
function TakeOff({ term }: { term: Term }) {
  const room = useRoom();
  const bare = term.state === "asked";
  const label = t("Take the word {word} off the list", { word: term.word });
  const run = () => {
    const again = () => room.send("term.ask", { term: newId(), word: term.word });
    const said = t("{word} is off the list.", { word: term.word });
    room.send("term.remove", { term: term.id }).then(
      () => (bare ? offerUndo(room, t("Take a word off the list"), said, again) : toast(said)),
      () => undefined,
    );
  };
  if (bare) {
    return (
      <button type="button" class="button button--icon button--quiet" aria-label={label} onClick={run}>
        <Icon name="withdraw" />
      </button>
    );
  }
  return (
    <SecondPress
      icon="withdraw"
      buttonClass="button button--icon button--quiet"
      label={label}
      warning={t("What was said about this word goes too. Press once more.")}
      sure={t("Take it off the list")}
      run={run}
    >
      {null}
    </SecondPress>
  );
}

/** What this person can do with the word now; otherwise whom we wait for. */
function NextForTerm({ term }: { term: Term }) {
  const room = useRoom();
  const role = room.acting.value?.role;
  const explains = role === "professional" || role === "researcher";
  const run = (job: Promise<unknown>) => void job.catch(() => undefined);
  if (term.state === "settled") return null;
  if (explains && (term.state === "asked" || term.state === "explained")) {
    return (
      <SayForm
        place={`${room.step.id}/explain-${term.id}`}
        label={term.state === "asked" ? t("What does it mean? Tell it in ordinary words.") : t("Tell it once more, simpler")}
        button={t("Explain")}
        onSend={(text) => room.send("term.explain", { term: term.id, text })}
      />
    );
  }
  if (role === "parent" && (term.state === "explained" || term.state === "said")) {
    return (
      <>
        {term.state === "said" && (
          <button type="button" class="button button--primary" onClick={() => run(room.send("term.settle", { term: term.id }))}>
            <Icon name="check" /> {t("Yes, this is how we say it")}
          </button>
        )}
        <details class="small" open={term.state === "explained"}>
          <summary>{term.state === "explained" ? t("Say it in your own words") : t("Say it differently")}</summary>
          <SayForm
            place={`${room.step.id}/say-${term.id}`}
            label={t("How would you say it to a neighbour?")}
            plain={term.plain}
            button={t("This is how I say it")}
            onSend={(text, plain) => room.send("term.say", { term: term.id, own_words: text, plain })}
          />
        </details>
      </>
    );
  }
  const waits = {
    asked: t("Now a professional explains this word."),
    explained: t("Now a parent says it in own words."),
    said: t("Now a parent says whether this is right."),
  };
  return <p class="soft">{waits[term.state]}</p>;
}

interface SayProps {
  place: string;
  label: string;
  button: string;
  /** Also asks for the words for the text. */
  plain?: string;
  onSend: (text: string, plain: string) => Promise<unknown>;
}

function SayForm({ place, label, button, plain, onSend }: SayProps) {
  const room = useRoom();
  const text = useSignal(room.drafts.get(place));
  const short = useSignal(room.drafts.get(`${place}/plain`) || plain || "");
  const putShort = (value: string) => {
    short.value = value;
    room.drafts.set(`${place}/plain`, value === plain ? "" : value);
  };
  const put = (value: string) => {
    text.value = value;
    room.drafts.set(place, value);
  };
  const send = () => {
    const needs = plain !== undefined;
    if (problem(text.value, MAX_BODY_LENGTH, true) || problem(short.value, MAX_LINE_LENGTH, needs)) return;
    onSend(text.value.trim(), short.value.trim()).then(
      () => {
        put("");
        putShort(plain ?? "");
      },
      () => undefined, // told already; the words are still there
    );
  };
  const id = place.replace("/", "-");
  return (
    <form
      class="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
        focusWrong(event.currentTarget);
      }}
    >
      <WrittenField id={id} label={label} rows={3} max={MAX_BODY_LENGTH} needed value={text.value} onInput={put} />
      {plain !== undefined && (
        <WrittenField
          id={`${id}-plain`}
          label={t("Which words shall we use in our text?")}
          max={MAX_LINE_LENGTH}
          needed
          value={short.value}
          onInput={putShort}
        />
      )}
      <button type="submit" class="button button--primary">
        {button}
      </button>
    </form>
  );
}
