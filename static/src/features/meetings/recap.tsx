/** Looking back: what the group made last time, and what people promised since. */
import { day, t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { State } from "../../core/store/fold";
import type { Agenda, StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { TopicWords } from "../../core/ui/topicWords";
import type { Agreement, Card, Meeting, Version } from "../../generated/catalogue";
import { cardsOn } from "../cards";
import { nameOf } from "../members";
import { themesOf } from "../themes";
import { topCards } from "../voting";
import { lastMeeting } from "./selectors";

const TOP_SENTENCES = 3;
const OPEN_SHOWN = 8;

export function Recap() {
  const room = useRoom();
  const state = room.state;
  const last = lastMeeting(state);
  const sentences = lastTopCards(state, room.agenda);
  const themes = themesOf(state);
  const adopted = adoptedVersion(state);
  return (
    <section class="recap" aria-labelledby="recap-title">
      <h2 class="recap__title" id="recap-title" tabIndex={-1}>
        {t("Looking back together")}
      </h2>
      {last && <Last meeting={last} />}
      <dl class="recap__parts">
        <Part icon="home" title={t("Our topic")}>
          <p>
            <TopicWords state={state} />
          </p>
        </Part>
        {themes.length > 0 && (
          <Part icon="theme" title={t("Our themes")}>
            <ul class="recap__themes">
              {themes.map((theme) => (
                <li key={theme.id} class="badge badge--accent" dir="auto">
                  {theme.name}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {sentences.length > 0 && (
          <Part icon="dots" title={t("Most dots")}>
            <List>
              {sentences.map((card) => (
                <li key={card.id}>
                  <span dir="auto" lang={card.lang}>
                    {card.text}
                  </span>
                  {card.translation && (
                    <span class="original" dir="auto" lang={room.boot.community.language}>
                      {card.translation}
                    </span>
                  )}
                </li>
              ))}
            </List>
          </Part>
        )}
        {adopted && (
          <Part icon="consent" title={t("Agreed on")}>
            <p>
              {t("Our vision, version {label}, on {day}", {
                label: adopted.label,
                day: day(adopted.adopted ?? adopted.date, room.boot.language),
              })}
            </p>
          </Part>
        )}
        <OpenPromises />
      </dl>
    </section>
  );
}

function Last({ meeting }: { meeting: Meeting }) {
  const room = useRoom();
  const words = { day: day(meeting.date, room.boot.language), title: meeting.title };
  return <p class="recap__last">{t("Last time, {day}: {title}", words)}</p>;
}

function Part({ icon, title, children }: { icon: string; title: string; children: preact.ComponentChildren }) {
  return (
    <div class="recap__part">
      <dt>
        <Icon name={icon} /> {title}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function List({ children }: { children: preact.ComponentChildren }) {
  return <ul class="recap__list">{children}</ul>;
}

/** What was promised and agreed, and may be told about now. */
function OpenPromises() {
  const room = useRoom();
  const open = openPromises(room.state, room.agenda, room.me);
  if (!open.length) return null;
  const rest = open.length - OPEN_SHOWN;
  return (
    <Part icon="promise" title={t("What we promised. How is it going?")}>
      <List>
        {open.slice(0, OPEN_SHOWN).map((one) => (
          <li key={one.id}>
            <span dir="auto">{one.text}</span>
            {(one.who || one.due) && (
              <span class="recap__who">
                {[one.who && nameOf(room.state, one.who), one.due && day(one.due, room.boot.language)].filter(Boolean).join(" · ")}
              </span>
            )}
          </li>
        ))}
      </List>
      {rest > 0 && <p class="soft">{tn("and one more", "and {n} more", rest)}</p>}
    </Part>
  );
}

/** A promise, an offer, a question or an agreement. */
export interface OpenPromise {
  readonly id: string;
  readonly text: string;
  readonly who: string | null;
  readonly due: string | null;
}

/** Agreements, and cards of columns about what comes next that no agreement was made of; the first day first. */
export function openPromises(state: State, agenda: Agenda, me: string): OpenPromise[] {
  const agreements: Agreement[] = Object.values(state.collections.agreements);
  const used = new Set(agreements.map((one) => one.card));
  const onward = agenda.steps.flatMap((step) => onwardCards(state, step, me)).filter((card) => !used.has(card.id));
  const found = [
    ...agreements.map((one) => ({ id: one.id, text: one.text, who: one.owner, due: one.start })),
    ...onward.map((card) => ({ id: card.id, text: card.text, who: card.author, due: card.due })),
  ];
  return found.sort((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
}

function onwardCards(state: State, step: StepInfo, me: string): Card[] {
  const columns = new Set(step.columns.filter((column) => column.onward !== null).map((column) => column.id));
  if (!columns.size) return [];
  return cardsOn(state, [step.id], [], me).filter((card) => columns.has(card.column) && !card.hidden);
}

/** The sentences with most dots on the last board whose dots were counted. */
export function lastTopCards(state: State, agenda: Agenda): Card[] {
  const boards = agenda.steps.map((step) => topCards(state, step.id, TOP_SENTENCES));
  return boards.findLast((cards) => cards.length > 0) ?? [];
}

function adoptedVersion(state: State): Version | undefined {
  const adopted = Object.values(state.collections.versions).filter((version) => version.adopted);
  return adopted.sort((a, b) => String(a.adopted).localeCompare(String(b.adopted))).at(-1);
}
