/** Many cards at a glance: groups with their counts, and a place to search. A press goes to the cards. */
import { useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import type { StepInfo } from "../../core/store/phases";
import { Field } from "../../core/ui/field";
import { focusWhenThere } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { brief } from "./actions";
import { leaveOverview } from "./cardsView";
import type { Group } from "./groups";
import { grouped } from "./groups";
import type { Shown } from "./selectors";
import { cardsOf } from "./selectors";

/** How many lines of a group are seen before anybody searches. */
const LINES = 4;
/** One group alone has the whole width. */
const LINES_ALONE = 24;
const MAX_FOUND = 60;
const WORDS = 110;

export function Overview({ step }: { step: StepInfo }) {
  const room = useRoom();
  const [wanted, setWanted] = useState("");
  const cards = cardsOf(room.state, step, room.live.pending.value, room.me);
  const groups = grouped(cards, { themes: themesIn(room), place: placeOf(room, step) }, wanted);
  const searching = wanted.trim() !== "";
  const total = groups.reduce((sum, group) => sum + group.cards.length, 0);
  return (
    <div class="overview">
      <Field
        id="overview-search"
        label={t("Search the cards")}
        below={
          <p class="hint" role="status">
            {tn("One card", "{n} cards", total)}
          </p>
        }
      >
        <input class="input overview__search" type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </Field>
      <div class="overview__groups">
        {groups
          .filter((group) => !searching || group.cards.length > 0)
          .map((group) => (
            <GroupView
              key={group.id}
              group={group}
              lines={searching ? MAX_FOUND : groups.length === 1 ? LINES_ALONE : LINES}
              searching={searching}
            />
          ))}
      </div>
      {total === 0 && <p class="soft">{t("No card has these words.")}</p>}
    </div>
  );
}

function GroupView({ group, lines, searching }: { group: Group; lines: number; searching: boolean }) {
  const shown = group.cards.slice(0, lines);
  const more = group.cards.length - shown.length;
  const first = group.cards[0];
  return (
    <section class="overview__group">
      <h2 class="overview__title">
        <button type="button" class="overview__name" onClick={() => first && goTo(first)}>
          <span dir="auto">{group.name}</span>
          <span class="badge">{searching ? t("{n} of {all}", { n: group.cards.length, all: group.all }) : group.all}</span>
        </button>
      </h2>
      <ul class="overview__cards">
        {shown.map((card) => (
          <li key={card.id}>
            <button type="button" class="overview__card" data-found={card.id} dir="auto" onClick={() => goTo(card)}>
              {card.hidden && !card.text ? <Icon name="hidden" /> : null} {brief(card, WORDS)}
              {card.translation && (
                <span class="original" lang={card.lang} dir="auto">
                  {card.text}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="overview__more">{tn("and one more", "and {n} more", more)}</p>}
    </section>
  );
}

function goTo(card: Shown): void {
  leaveOverview();
  focusWhenThere(`[data-card="${card.id}"]`);
}

function themesIn(room: Room) {
  return Object.values(room.state.collections.themes).sort(byRank);
}

/** A column of this board; for cards of an earlier step, that step. */
function placeOf(room: Room, step: StepInfo) {
  return (card: Shown) => {
    const board = room.agenda.step(card.board);
    const column = card.board === step.id ? board?.columns.find((one) => one.id === card.column) : undefined;
    return { id: column ? `column/${column.id}` : `step/${card.board}`, name: column?.title ?? board?.name ?? "" };
  };
}
