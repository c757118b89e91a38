/** Who could not come, how many must have answered, for whom somebody typed. */
import { useSignal } from "@preact/signals";
import { day, t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import type { State } from "../../core/store/fold";
import { Field } from "../../core/ui/field";
import { Icon } from "../../core/ui/icon";
import type { ConsentRound, Member, RoleCount } from "../../generated/catalogue";
import { nameOf, roleName } from "../members";
import { People } from "./people";

/** "2 parents, 1 professional". */
export function countsOf(counts: readonly RoleCount[]): string {
  return counts.map(({ role, count }) => `${count} ${roleName(role, count)}`).join(", ");
}

function namesOf(state: State, ids: readonly string[]): string {
  return ids.map((id) => nameOf(state, id) || t("somebody who left")).join(", ");
}

export function Absent({ round }: { round: ConsentRound }) {
  const room = useRoom();
  return (
    <div class="stack stack--tight">
      <Missing round={round} />
      {round.least.length > 0 && <p class="small soft">{t("At least {people} have to answer.", { people: countsOf(round.least) })}</p>}
      {round.typed.length > 0 && (
        <p class="small soft">
          <Icon name="writing" /> {t("Typed by somebody else, for: {names}.", { names: namesOf(room.state, round.typed) })}
        </p>
      )}
      {room.steering.value && <SayAbsent key={`${round.absent.join()}/${round.until ?? ""}`} round={round} />}
    </div>
  );
}

/** Who could not come, and until when they may still answer. */
export function Missing({ round }: { round: ConsentRound }) {
  const room = useRoom();
  if (!round.absent.length) return null;
  const names = namesOf(room.state, round.absent);
  return (
    <p>
      {round.until
        ? t("Absent: {names}. They may answer until {date}.", { names, date: day(round.until, room.boot.language) })
        : t("Absent: {names}.", { names })}
    </p>
  );
}

/** After the round: how many were absent, by role. */
export function AbsentRoles({ round }: { round: ConsentRound }) {
  if (!round.absent_roles.length) return null;
  return <p>{t("Absent, and so without an answer: {people}.", { people: countsOf(round.absent_roles) })}</p>;
}

/** The core team says who could not come. Who answered is not absent, so nobody sees here who did. */
function SayAbsent({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const state = room.state;
  const chosen = useSignal<readonly string[]>(round.absent);
  const until = useSignal(round.until ?? "");
  const members = round.members
    .map((id) => state.collections.members[id])
    .filter((one): one is Member => one !== undefined && !one.removed);
  const say = () =>
    void room.send("consent.absent", { round: round.id, members: [...chosen.value], until: until.value || null }).catch(() => undefined);
  return (
    <details>
      <summary>{t("Somebody could not come")}</summary>
      <div class="stack stack--tight">
        <People legend={t("Who is absent")} members={members} chosen={chosen} />
        <Until id="absent-until" value={until.value} set={(date) => (until.value = date)} />
        <div>
          <button type="button" class="button" onClick={say}>
            {chosen.value.length ? tn("One person is absent", "{n} people are absent", chosen.value.length) : t("Nobody is absent")}
          </button>
        </div>
      </div>
    </details>
  );
}

/** The last day on which who is absent may answer. */
export function Until({ id, value, set }: { id: string; value: string; set: (date: string) => void }) {
  return (
    <Field id={id} label={t("They may answer until")} hint={t("Leave it empty when the group goes on without them.")}>
      <input class="input" type="date" value={value} onInput={(event) => set(event.currentTarget.value)} />
    </Field>
  );
}
