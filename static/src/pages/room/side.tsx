/** What stands beside the board: who is here, the core team, undo, and the way to other pages. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { undoLast } from "../../core/room/undo";
import { Icon } from "../../core/ui/icon";
import { membersOf, Presence, Seats } from "../../features/members";
import { NameOnScreen, ScreenButton } from "../../features/screen";

export function Side() {
  const room = useRoom();
  const state = room.state;
  const undoable = room.undo.steps.value.at(-1);
  return (
    <aside class="room__side" aria-label={t("Around the board")}>
      <section class="room__panel">
        <h2>{t("Here now")}</h2>
        <Presence />
        <NameOnScreen />
      </section>
      <section class="room__panel">
        <h2>{t("Core team")}</h2>
        <Seats />
      </section>
      <button type="button" class="button button--quiet" disabled={!undoable} onClick={() => void undoLast(room)}>
        <Icon name="undo" /> {undoable ? t("Undo: {what}", { what: undoable.label }) : t("Undo")}
      </button>
      {room.steering.value && <ScreenButton />}
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
