/** Today's agenda as a road: what is done, where the group is, and what comes with how much time. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import type { AgendaItem } from "../../generated/catalogue";
import { clock, goTo, useNow } from "./items";
import type { Forecast, ItemState, Today, TodayItem } from "./selectors";
import { forecast, leftOpen, minutesLate, minutesTaken, today } from "./selectors";

/** A difference with the plan of less than this is not worth a word. */
const ON_TIME_MINUTES = 2;

const ICONS: Readonly<Record<AgendaItem["kind"], string>> = {
  step: "next",
  coffee: "door",
  recap: "undo",
  break: "pause",
  round: "people",
  celebrate: "heart",
  other: "info",
};

const STATE_CLASSES: Readonly<Record<ItemState, string>> = {
  done: "is-done",
  now: "is-now",
  soon: "",
  skipped: "is-skipped",
};

export function Road() {
  const room = useRoom();
  const now = useNow(room);
  const road = today(room.state, room.agenda);
  if (!road) return <NoMeeting />;
  const coming = forecast(road, now);
  return (
    <div class="road">
      <p class="road__title">{road.meeting.title}</p>
      <p class="road__time">{timeWords(road, now)}</p>
      <ol class="road__items" aria-label={t("Today")}>
        {road.items.map((item) => (
          <Item key={item.id} road={road} item={item} coming={coming.get(item.id)} />
        ))}
      </ol>
      <Afterwards road={road} />
    </div>
  );
}

/** How the group is doing with the time, in plain words. */
export function timeWords(road: Today, now: number): string {
  if (leftOpen(road, now)) return t("The planned time is over.");
  const late = minutesLate(road, now);
  if (late >= ON_TIME_MINUTES) {
    return tn(
      "One minute later than planned. Each step gets a little less.",
      "{n} minutes later than planned. Each step gets a little less.",
      late,
    );
  }
  if (late <= -ON_TIME_MINUTES) return tn("One minute earlier than planned.", "{n} minutes earlier than planned.", -late);
  return t("On time.");
}

interface ItemProps {
  road: Today;
  item: TodayItem;
  coming: Forecast | undefined;
}

function Item({ road, item, coming }: ItemProps) {
  const room = useRoom();
  const here = item.state === "now";
  const words = (
    <>
      <span class="road__mark">
        <Icon name={item.state === "done" ? "check" : ICONS[item.kind]} />
      </span>
      <span class="road__name" dir="auto">
        {item.name}
      </span>
      <span class="road__state">
        {stateWords(item, item === road.items[road.at + 1])} <Minutes road={road} item={item} coming={coming} />
      </span>
    </>
  );
  const classes = ["road__item", STATE_CLASSES[item.state], item.step ? "" : "road__item--between"].filter(Boolean).join(" ");
  return (
    <li aria-current={here ? "step" : undefined} data-item={item.id}>
      {room.steering.value ? (
        <button type="button" class={`${classes} road__button`} disabled={here} onClick={() => void goTo(room, item)}>
          {words}
        </button>
      ) : (
        <div class={classes}>{words}</div>
      )}
    </li>
  );
}

function stateWords(item: TodayItem, next: boolean) {
  if (item.state === "now") return <strong>{t("now")}</strong>;
  if (next) return <span class="badge">{t("next")}</span>;
  if (item.state === "skipped") return <span>{t("passed over")}</span>;
  return item.state === "done" ? <span class="visually-hidden">{t("done")}</span> : null;
}

/** When it begins, or began; and how long it takes, with the planned time where that is another. */
function Minutes({ road, item, coming }: ItemProps) {
  const room = useRoom();
  if (item.state === "skipped") return null;
  const at = item.state === "soon" ? (coming?.starts_at ?? item.planned_at) : (item.started_at ?? item.planned_at);
  const minutes = coming?.minutes ?? minutesTaken(road, item) ?? item.minutes;
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{clock(at, room.boot.language)}</time>
      <span>
        {" · "}
        {tn("one minute", "{n} minutes", minutes)}
      </span>
      {minutes !== item.minutes && <span> {t("(planned: {n})", { n: item.minutes })}</span>}
    </>
  );
}

/** What a few people do before the next meeting. */
function Afterwards({ road }: { road: Today }) {
  const room = useRoom();
  const about = [...road.meeting.phases].sort().join();
  const plan = room.boot.meetings.find((one) => [...one.phases].sort().join() === about);
  const steps = (plan?.between ?? []).flatMap((id) => room.agenda.step(id) ?? []);
  if (!steps.length) return null;
  return (
    <div class="road__after">
      <p class="kicker">{t("After this meeting")}</p>
      <ul class="road__items">
        {steps.map((step) => (
          <li key={step.id}>
            {room.steering.value ? (
              <button type="button" class="road__item road__button" onClick={() => void room.start(step)}>
                <AfterwardsWords name={step.name} grouping={step.grouping} />
              </button>
            ) : (
              <div class="road__item">
                <AfterwardsWords name={step.name} grouping={step.grouping} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AfterwardsWords({ name, grouping }: { name: string; grouping: string }) {
  return (
    <>
      <span class="road__mark">
        <Icon name="edit" />
      </span>
      <span class="road__name">{name}</span>
      <span class="road__state">{grouping}</span>
    </>
  );
}

function NoMeeting() {
  const room = useRoom();
  const settings = room.boot.urls["settings"];
  return (
    <div class="road">
      <p class="road__time">{t("No meeting is open now.")}</p>
      {room.steering.value && settings && (
        <a class="button" href={`${settings}#meetings`}>
          <Icon name="calendar" /> {t("Open or plan a meeting")}
        </a>
      )}
    </div>
  );
}
