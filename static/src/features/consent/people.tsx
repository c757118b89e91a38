/** Choosing some of the people of the group. */
import type { Signal } from "@preact/signals";
import { useRoom } from "../../core/room/room";
import type { Member } from "../../generated/catalogue";
import { labelOf, roleName } from "../members";

interface Props {
  legend: string;
  members: readonly Member[];
  /** The ids of who is chosen. */
  chosen: Signal<readonly string[]>;
}

export function People({ legend, members, chosen }: Props) {
  const { state } = useRoom();
  const set = (id: string, on: boolean) => {
    chosen.value = on ? [...chosen.value, id] : chosen.value.filter((one) => one !== id);
  };
  return (
    <fieldset class="stack stack--tight">
      <legend class="label">{legend}</legend>
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
  );
}
