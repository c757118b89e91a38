/** Opening a consent round: which version, and who is asked. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { labelOf, membersOf, roleName } from "../members";
import { nextLabel } from "./selectors";

/** How the number of a version is written. */
const LABEL = /^\d{1,2}\.\d{1,2}$/;

export function OpenRound({ onClose }: { onClose: () => void }) {
  const room = useRoom();
  const state = room.state;
  const members = membersOf(state);
  const present = Object.values(state.collections.meetings).find((meeting) => meeting.state === "open")?.present;
  const proposed = members.filter((member) => member.role !== "guest" && (!present?.length || present.includes(member.id)));
  const chosen = useSignal<readonly string[]>(proposed.map((member) => member.id));
  const label = useSignal(nextLabel(state));
  const tried = useSignal(false);
  const open = () => {
    tried.value = true;
    if (!chosen.value.length || !LABEL.test(label.value.trim())) return;
    void room
      .send("consent.open", { round: newId(), version: newId(), label: label.value.trim(), members: [...chosen.value] })
      .then(onClose, () => undefined);
  };
  const set = (id: string, on: boolean) => {
    chosen.value = on ? [...chosen.value, id] : chosen.value.filter((one) => one !== id);
  };
  return (
    <Dialog
      title={t("Open a consent round")}
      onClose={onClose}
      onSubmit={open}
      actions={
        <button type="submit" class="button button--primary" disabled={!chosen.value.length}>
          {tn("Ask one person", "Ask {n} people", chosen.value.length)}
        </button>
      }
    >
      <p>{t("The text as it is now is kept as a version. Everyone you choose is asked whether they can go on with it.")}</p>
      <Field
        id="version-label"
        label={t("Number of the version")}
        hint={t("For example 0.1 for a first try, 1.0 for the one you want to agree on.")}
        error={tried.value && !LABEL.test(label.value.trim()) ? t("Write a number with a point, such as 0.1.") : ""}
      >
        <input class="input" data-autofocus value={label.value} onInput={(event) => (label.value = event.currentTarget.value)} />
      </Field>
      <fieldset class="stack stack--tight">
        <legend class="label">{t("Who is asked")}</legend>
        {members.map((member) => (
          <label class="check" key={member.id}>
            <input
              type="checkbox"
              checked={chosen.value.includes(member.id)}
              onChange={(event) => set(member.id, event.currentTarget.checked)}
            />
            <span>
              {labelOf(state, member)} <span class="soft small">{roleName(member.role)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
