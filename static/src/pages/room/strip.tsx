/** What stands above the work: the question, and for the core team what is done and what is missing. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { narrow } from "../../core/ui/media";
import { Question } from "../../features/agenda";
import { Joining } from "../../features/members";

export function Strip({ step }: { step: StepInfo }) {
  const Status = useRoom().statusOf(step.tool);
  return (
    <div class="strip">
      <Question step={step} />
      {!narrow.value && (
        <div class="strip__status">
          {Status && <Status step={step} />}
          <Tasks step={step} />
          <Joining />
        </div>
      )}
    </div>
  );
}

function Tasks({ step }: { step: StepInfo }) {
  const room = useRoom();
  const tasks = room.steering.value ? room.tasks(step) : [];
  if (!tasks.length) return null;
  return (
    <ul class="strip__tasks" aria-label={t("What is done and what is missing")}>
      {tasks.map((task) => (
        <li key={task.label} class={`strip__task${task.done ? " is-done" : ""}`}>
          <Icon name={task.done ? "check" : "more"} />
          <span>
            {task.label} <span class="visually-hidden">{task.done ? t("(done)") : t("(not yet)")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
