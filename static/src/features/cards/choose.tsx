/** Choosing cards, to do one thing with all of them. */
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { brief } from "./actions";
import type { Shown } from "./selectors";

/**
 * Whether this person can choose this card here: everybody where themes are made, with a check that is
 * always there; the core team on a step's own board, with one that comes near the pointer or the focus.
 */
export function choosable(room: Room, card: Shown): "always" | "near" | null {
  const step = room.step;
  if (card.pending || (card.text === "" && card.picture === null)) return null;
  if (step.allows.includes("theme.add") && step.shows.includes(card.board)) return "always";
  return room.steering.value && card.board === step.id ? "near" : null;
}

interface Props {
  card: Shown;
  how: "always" | "near";
  chosen: boolean;
}

export function Choose({ card, how, chosen }: Props) {
  const room = useRoom();
  return (
    <label class={`check card__choose card__choose--${how}`}>
      <input
        type="checkbox"
        data-choose={card.id}
        checked={chosen}
        onChange={(event) => room.selection.set(card.id, event.currentTarget.checked)}
      />
      <span class={how === "near" ? "visually-hidden" : undefined}>
        {t("Choose")} <span class="visually-hidden">{brief(card)}</span>
      </span>
    </label>
  );
}

/** With Ctrl a press on a card chooses it too, with Shift all cards up to it. */
export function pressToChoose(room: Room, card: string, event: MouseEvent): void {
  const range = event.shiftKey;
  if (!range && !event.ctrlKey && !event.metaKey) return;
  if ((event.target as HTMLElement).closest("a, button, label, input, textarea, select, dialog")) return;
  event.preventDefault();
  if (range) {
    getSelection()?.removeAllRanges(); // what the browser selected of the text on the way
    const all = Array.from(document.querySelectorAll<HTMLElement>("[data-card]:has([data-choose])"));
    room.selection.extend(
      card,
      all.map((element) => element.dataset["card"] ?? ""),
    );
  } else room.selection.toggle(card);
}
