/** Who is here, per role; never who is missing, never a score. */
import type { Member } from "../generated/catalogue";
import { emptySeats, membersOf, nameOf } from "../store/selectors";
import { Icon } from "../ui/icon";
import { t, tn } from "../ui/strings";
import { undoLast } from "./actions";
import { useRoom } from "./room";

const ROLES = ["parent", "professional", "researcher", "guest"] as const;

/** The name of a role, one or more of them. */
export function roleName(role: Member["role"], n = 1): string {
  const names = {
    parent: () => tn("parent", "parents", n),
    professional: () => tn("professional", "professionals", n),
    researcher: () => tn("researcher", "researchers", n),
    guest: () => tn("guest", "guests", n),
  };
  return names[role]();
}

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

export function Side() {
  const room = useRoom();
  const state = room.state;
  const undoable = room.undo.steps.value.at(-1);
  return (
    <aside class="room__side" aria-label={t("Around the board")}>
      <section class="room__panel">
        <h2>{t("Here now")}</h2>
        <Presence />
      </section>
      <section class="room__panel">
        <h2>{t("Core team")}</h2>
        <Seats />
      </section>
      <button type="button" class="button button--quiet" disabled={!undoable} onClick={() => void undoLast(room)}>
        <Icon name="undo" /> {undoable ? t("Undo: {what}", { what: undoable.label }) : t("Undo")}
      </button>
      <nav class="room__panel" aria-label={t("More pages")}>
        <ul class="list">
          {links(room.boot.urls, room.boot.community.id, room.steering.value).map(([href, icon, label]) => (
            <li key={href}>
              <a class="room-link list__row" href={href}>
                <Icon name={icon} /> {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="small soft">{tn("one person takes part", "{n} people take part", membersOf(state).length)}</p>
    </aside>
  );
}

function links(urls: Record<string, string>, id: string, steering: boolean): [string, string, string][] {
  const base = `/c/${id}`;
  const list: [string, string, string][] = [
    [urls["vision"] ?? `${base}/vision`, "edit", t("Our vision")],
    [urls["document"] ?? `${base}/document.docx`, "down", t("Word document")],
    [urls["me"] ?? `${base}/me`, "user", t("My name and my words to return")],
  ];
  if (steering) {
    list.push([urls["invite"] ?? `${base}/invite`, "qr", t("Invite people")]);
    list.push([urls["settings"] ?? `${base}/settings`, "settings", t("Settings")]);
  }
  return list;
}

function Seats() {
  const room = useRoom();
  const state = room.state;
  const empty = emptySeats(state);
  return (
    <>
      <ul class="list">
        {(["researcher", "professional", "parent"] as const).map((seat) => {
          const holder = state.collections.seats[seat]?.member ?? null;
          const name = empty.includes(seat) ? "" : nameOf(state, holder);
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
