/** What stands beside the question while dots are given: how many one has, and how many everyone gets. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { ActsFor, nameOf } from "../members";
import { budgetOf, openDots, setBudget } from "./budget";
import { given } from "./given";

export function DotsBar({ step }: { step: StepInfo }) {
  const room = useRoom();
  const board = room.state.collections.boards[step.id];
  const steers = room.steering.value;
  const open = board?.dots_open === true;
  return (
    <div class="dots-bar">
      {open ? (
        <DotsLeft step={step} />
      ) : (
        !steers && <p class="soft">{board?.dots_totals ? t("The dots are counted.") : t("The dots are not open yet.")}</p>
      )}
      {open && <ActsFor id="dots-as" label={t("I give dots for")} />}
      {steers && !open && <Budget key={step.id} step={step} />}
    </div>
  );
}

/** How many dots I have, or the person for whom I give them. */
export function DotsLeft({ step }: { step: StepInfo }) {
  const room = useRoom();
  const budget = room.state.collections.boards[step.id]?.dots_budget ?? 0;
  const left = budget - given(room, step.id).length;
  const as = room.asMember.value;
  return (
    <p class="dots-left" role="status">
      <Icon name="dots" />{" "}
      {as
        ? tn("{name} has one dot left of {budget}", "{name} has {n} dots left of {budget}", left, { name: nameOf(room.state, as), budget })
        : tn("You have one dot left of {budget}", "You have {n} dots left of {budget}", left, { budget })}
    </p>
  );
}

/** Another number of dots than the step has; after a count, another round. */
function Budget({ step }: { step: StepInfo }) {
  const room = useRoom();
  const counted = Boolean(room.state.collections.boards[step.id]?.dots_totals);
  return (
    <form
      class="dots-bar__open"
      onSubmit={(event) => {
        event.preventDefault();
        void openDots(room, step).catch(() => undefined);
      }}
    >
      <label for="budget">{t("Dots for everyone")}</label>
      <input
        id="budget"
        class="input dots-bar__budget"
        type="number"
        min={1}
        max={20}
        value={budgetOf(room, step)}
        onInput={(event) => setBudget(step, Number(event.currentTarget.value))}
      />
      {counted && (
        <button type="submit" class="button button--small" data-do="open-dots">
          {t("Open a new round")}
        </button>
      )}
    </form>
  );
}
