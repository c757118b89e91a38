/** One card on a board. */
import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { day, t } from "../../core/i18n/strings";
import type { OpenDialog } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { headings, placesOf } from "../../core/store/landed";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { Menu } from "../../core/ui/menu";
import { brief, byline, isOwn } from "./actions";
import { cardActions } from "./cardMenu";
import { Choose, choosable, pressToChoose } from "./choose";
import { EditDialog, MoveDialog } from "./dialogs";
import { useDraggable, useDropTarget } from "./drag";
import { MomentOf } from "./moments";
import type { Shown } from "./selectors";

interface Props {
  card: Shown;
  drag?: boolean;
  /** Dots or totals, in front of the menu. */
  children?: ComponentChildren;
  /** Something was dropped on this very card. */
  onDropCard?: (card: string) => void;
}

export function CardView({ card, drag = false, children, onDropCard }: Props) {
  const room = useRoom();
  const ref = useRef<HTMLLIElement>(null);
  const open: OpenDialog = (dialog) => room.open(dialog, card);
  const mine = isOwn(room, card);
  const chooses = choosable(room, card);
  const picked = useComputed(() => room.selection.has(card.id)).value;
  const faceDown = card.hidden && card.text === "" && card.picture === null;
  useDraggable(ref, card.id, drag && !card.pending);
  useDropTarget(ref, onDropCard !== undefined, (drop) => drop.card !== card.id && onDropCard?.(drop.card));
  const gone = () => focusSoon(nextCard(ref.current), `[data-column="${card.column}"] h2`, "main h1");
  const actions = cardActions(room, card, {
    edit: () => open(EditDialog),
    move: () => open(MoveDialog),
    dialog: open,
    gone,
  });
  const flags = [card.pending && "is-pending", card.hidden && "is-hidden", mine && "is-mine", picked && "is-picked"];
  const topic = room.state.collections.community["community"]?.topic_card === card.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the check on the card
    <li
      ref={ref}
      class={["card", topic && "card--chosen", ...flags].filter(Boolean).join(" ")}
      data-card={card.id}
      tabIndex={-1}
      data-role={room.role(card.author)}
      onClick={chooses ? (event) => pressToChoose(room, card.id, event) : undefined}
    >
      {faceDown ? <FaceDown mine={mine} /> : <Words card={card} mine={mine} topic={topic} />}
      <div class="card__actions">
        {children}
        {chooses && <Choose card={card} how={chooses} chosen={picked} />}
        {actions.length > 0 && (
          <Menu label={t("What to do with: {card}", { card: brief(card) })} actions={actions} data={{ "data-card-menu": card.id }} />
        )}
      </div>
    </li>
  );
}

function FaceDown({ mine }: { mine: boolean }) {
  return (
    <p class="card__text">
      <Icon name="hidden" /> {mine ? t("Your card, hidden until everyone looks") : t("One card, hidden")}
    </p>
  );
}

function Words({ card, mine, topic }: { card: Shown; mine: boolean; topic: boolean }) {
  const room = useRoom();
  const role = room.role(card.author);
  const places = useComputed(() => placesOf(room.state, card.id)).value;
  return (
    <>
      {card.picture && <MomentOf moment={card.picture} />}
      {card.text && (
        <p class="card__text" dir="auto" lang={card.lang}>
          {card.text}
        </p>
      )}
      {card.translation && (
        <p class="card__translation" dir="auto" lang={room.boot.community.language}>
          {card.translation}
        </p>
      )}
      <footer class="card__meta">
        <span class="card__by">
          <Icon name={role ? `role-${role}` : card.nameless ? "hidden" : "people"} />
          {byline(room, card)}
        </span>
        {mine && <span>{t("yours")}</span>}
        {card.due && <span>{t("before {date}", { date: day(card.due, room.boot.language) })}</span>}
        {card.quote && (
          <span class="cluster cluster--tight" title={t("may be quoted")}>
            <Icon name="quote" /> <span class={mine ? undefined : "visually-hidden"}>{t("may be quoted")}</span>
          </span>
        )}
        {places.length > 0 && (
          <span class="badge badge--good card__landed">{t("in our vision: {parts}", { parts: headings(places) })}</span>
        )}
        {topic && <span class="badge badge--accent">{t("our topic")}</span>}
        {card.hidden && <span class="badge">{t("hidden for others")}</span>}
        {card.pending && <span class="badge badge--warn">{t("on its way")}</span>}
      </footer>
    </>
  );
}

function nextCard(element: HTMLElement | null): string {
  const other = element?.nextElementSibling ?? element?.previousElementSibling;
  const id = other instanceof HTMLElement ? other.dataset["card"] : undefined;
  return `[data-card-menu="${id ?? "none"}"]`;
}
