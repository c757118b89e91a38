/** Who is here, and the way to other pages: two parts of the drawer. */
import { useEffect, useRef } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { undoLast } from "../../core/room/undo";
import { Icon } from "../../core/ui/icon";
import { InviteNote, Joining, membersOf, Presence, Seats } from "../../features/members";
import { NameOnScreen, ScreenButton } from "../../features/screen";

export function People() {
  const room = useRoom();
  return (
    <div class="stack">
      <section class="stack stack--tight">
        <h3>{t("Here now")}</h3>
        <Presence />
        <Joining />
        <p class="small soft">{tn("one person takes part", "{n} people take part", membersOf(room.state).length)}</p>
        <NameOnScreen />
      </section>
      <section class="stack stack--tight">
        <h3>{t("Core team")}</h3>
        <Seats />
      </section>
      {room.steering.value && (
        <a class="button" href={room.boot.urls["invite"]}>
          <Icon name="qr" /> {t("Invite people")}
        </a>
      )}
    </div>
  );
}

export function More({ onGone }: { onGone: () => void }) {
  const room = useRoom();
  const undoable = room.undo.steps.value.at(-1);
  return (
    <div class="stack">
      <SiteTools />
      <button
        type="button"
        class="button"
        disabled={!undoable}
        onClick={() => {
          onGone();
          void undoLast(room);
        }}
      >
        <Icon name="undo" /> {undoable ? t("Undo: {what}", { what: undoable.label }) : t("Undo")}
      </button>
      {room.steering.value && <ScreenButton className="button" />}
      <nav aria-label={t("More pages")}>
        <ul class="list">
          {links(room.boot.urls, room.steering.value).map(([href, icon, label]) => (
            <li key={href}>
              <a class="room-link list__row" href={href}>
                <Icon name={icon} /> {label}
              </a>
            </li>
          ))}
        </ul>
        <InviteNote />
      </nav>
    </div>
  );
}

function links(urls: Record<string, string>, steering: boolean): [string, string, string][] {
  const list: [string | undefined, string, string][] = [
    [urls["vision"], "edit", t("Our vision")],
    [urls["document"], "down", t("Word document")],
    [urls["me"], "user", t("My name and my words to return")],
  ];
  if (steering) list.push([urls["invite"], "qr", t("Invite people")], [urls["settings"], "settings", t("Settings")]);
  return list.flatMap(([href, icon, label]) => (href ? [[href, icon, label]] : []));
}

/** Language, colours and account as every page has them; the server made them, and they move in here. */
function SiteTools() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tools = document.getElementById("site-tools");
    const home = tools?.parentElement;
    if (!tools || !home) return undefined;
    place.current?.append(tools);
    tools.hidden = false;
    return () => {
      tools.hidden = true;
      home.append(tools);
    };
  }, []);
  return <div ref={place} />;
}
