/** What stands beside the question of a board: how many cards there are, and whether they are shown. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { Counts } from "./counts";
import { cardsOn } from "./selectors";
import { ViewSwitch } from "./viewSwitch";

/** How many are there, how many are being written; hiding new ones for the core team. */
export function BoardBar({ step }: { step: StepInfo }) {
  const room = useRoom();
  if (!step.columns.length) return null;
  const board = room.state.collections.boards[step.id];
  const steers = room.steering.value;
  // As soon as a card lies hidden, showing all is the next act in the bar.
  const covered = cardsOn(room.state, [step.id], [], room.me).some((card) => card.hidden);
  return (
    <div class="board-bar">
      <Counts step={step} boards={[step.id]} />
      <ViewSwitch step={step} />
      {steers && !board?.hidden && step.allows.includes("board.hide") && (
        <button
          type="button"
          class="button button--quiet button--small"
          data-do="hide"
          onClick={() => void room.send("board.hide", { board: step.id }).catch(() => undefined)}
        >
          <Icon name="hidden" /> {t("Hide new cards")}
        </button>
      )}
      {steers && board?.hidden && !covered && step.allows.includes("board.reveal") && (
        <button
          type="button"
          class="button button--small"
          data-do="reveal"
          onClick={() => void room.send("board.reveal", { board: step.id }).catch(() => undefined)}
        >
          <Icon name="eye" /> {t("Show all cards")}
        </button>
      )}
    </div>
  );
}
