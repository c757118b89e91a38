/** What stands before the step's screen while the group is at no step: coffee, a break, a round, a party. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Picture } from "../../core/ui/icon";
import type { AgendaItem } from "../../generated/catalogue";
import { clock, useNow } from "./items";
import { Recap } from "./recap";
import { forecast, itemName, leftOpen, today } from "./selectors";

/** The screen of an item that has no step. */
export function ItemScreen({ item }: { item: AgendaItem }) {
  return item.kind === "recap" ? <Recap /> : <Break item={item} />;
}

/** A picture, what it is, until when, and what comes then. Also for coming in, a round and celebrating. */
export function Break({ item }: { item: AgendaItem }) {
  const room = useRoom();
  const now = useNow(room);
  const road = today(room.state, room.agenda);
  const planned = road && !leftOpen(road, now) ? forecast(road, now).get(item.id) : undefined;
  const next = road?.items[road.at + 1];
  return (
    <section class="between" aria-labelledby="between-title">
      <Picture name={PICTURES[item.kind]} className="between__picture" />
      <h2 class="between__title" id="between-title" tabIndex={-1} dir="auto">
        {itemName(item, room.agenda)}
      </h2>
      {planned && (
        <p class="between__until">{t("Until {time}", { time: clock(planned.starts_at + planned.minutes * 60_000, room.boot.language) })}</p>
      )}
      {sentence(item) && <p class="between__words">{sentence(item)}</p>}
      {next && <p class="between__next">{t("Then: {step}", { step: next.name })}</p>}
    </section>
  );
}

const PICTURES: Readonly<Record<AgendaItem["kind"], string>> = {
  step: "village",
  coffee: "empty-meetings",
  recap: "village",
  break: "coffee",
  round: "village",
  celebrate: "empty-meetings",
  other: "village",
};

function sentence(item: AgendaItem): string | null {
  if (item.kind === "coffee") return t("Welcome. Get a cup of coffee or tea, and say hello to somebody.");
  if (item.kind === "round") return t("Everyone says one sentence. You may pass.");
  if (item.kind === "celebrate") return t("We did this together. Time for cake.");
  return null;
}
