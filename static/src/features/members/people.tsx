/** Who is here, per role; never who is missing, never a score. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { ROLES, SEATS } from "../../generated/catalogue";
import { emptySeats, labelOf } from "./selectors";
import { roleName } from "./words";

export function Presence() {
  const room = useRoom();
  const here = room.live.presence.value.here;
  return (
    <ul class="presence" aria-label={t("Who is here now")}>
      {ROLES.map((role) => {
        const n = here[role] ?? 0;
        if (role === "guest" && !n) return null;
        return (
          <li key={role} class={`presence__role${n ? "" : " is-none"}`} data-role={role}>
            <Icon name={`role-${role}`} /> {n} {roleName(role, n)}
          </li>
        );
      })}
    </ul>
  );
}

export function Seats() {
  const room = useRoom();
  const state = room.state;
  const empty = emptySeats(state);
  return (
    <>
      <ul class="list">
        {SEATS.map((seat) => {
          const holder = state.collections.members[state.collections.seats[seat]?.member ?? ""];
          const name = holder && !empty.includes(seat) ? labelOf(state, holder) : "";
          return (
            <li key={seat} class="list__row cluster cluster--tight" data-role={seat}>
              <span class="card__by">
                <Icon name={`role-${seat}`} /> {roleName(seat)}
              </span>
              <span>{name || t("nobody yet")}</span>
            </li>
          );
        })}
      </ul>
      {empty.length > 0 && <p class="small soft">{t("A seat is empty. That stops nothing; you can fill it later.")}</p>}
    </>
  );
}
