/** The core team may type, answer and choose for somebody who has no phone. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { Member } from "../../generated/catalogue";
import { labelOf, membersOf, nameOf } from "./selectors";

interface Props {
  id: string;
  label: string;
  /** Who of them may be chosen here; everybody without a phone, unless told otherwise. */
  among?: (member: Member) => boolean;
  small?: boolean;
}

export function ActsFor({ id, label, among = () => true, small = false }: Props) {
  const room = useRoom();
  const state = room.state;
  const paper = membersOf(state).filter((member) => member.paper && among(member));
  if (!room.steering.value || !paper.length) return null;
  return (
    <div class={`cluster cluster--tight${small ? " small" : ""}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class="select"
        value={room.asMember.value ?? ""}
        onChange={(event) => (room.asMember.value = event.currentTarget.value || null)}
      >
        <option value="">{t("myself ({name})", { name: nameOf(state, room.me) })}</option>
        {paper.map((member) => (
          <option key={member.id} value={member.id}>
            {labelOf(state, member)}
          </option>
        ))}
      </select>
    </div>
  );
}
