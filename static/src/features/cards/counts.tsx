/** How many cards a board has, and how many are being written. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { cardsOn } from "./selectors";

/** "12 cards, 3 more are being written". */
export function Counts({ step, boards }: { step: StepInfo; boards: readonly string[] }) {
  const room = useRoom();
  const cards = cardsOn(room.state, boards, room.live.pending.value, room.me).filter((card) => card.board === step.id || !card.hidden);
  const mine = room.typing.board.value === step.id ? 1 : 0;
  const others = Math.max(0, (room.live.presence.value.writing[step.id] ?? 0) - mine);
  return (
    <p class="board-bar__counts">
      <span>{tn("one card", "{n} cards", cards.length)}</span>
      {others > 0 && (
        <span class="writing-now">
          <Icon name="writing" /> {tn("one more is being written", "{n} more are being written", others)}
        </span>
      )}
      <StayHidden step={step} />
    </p>
  );
}

/** Says that nobody sees a new card yet, where that is so. */
export function StayHidden({ step }: { step: StepInfo }) {
  if (!useRoom().state.collections.boards[step.id]?.hidden) return null;
  return (
    <span class="badge">
      <Icon name="hidden" /> {t("Cards stay hidden until everyone is ready")}
    </span>
  );
}
