/** Versions: keeping the text under a name, looking back through them, comparing two, going back to one. */
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { day, t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { problem } from "../../core/ui/limit";
import { SecondPress } from "../../core/ui/secondPress";
import { toast } from "../../core/ui/toasts";
import { WrittenField } from "../../core/ui/written";
import type { Version } from "../../generated/catalogue";
import { Compared } from "./compared";
import { NOW, titleOf, versionsOf } from "./selectors";

const MAX_NAME_LENGTH = 80;

interface VersionsProps {
  onClose: () => void;
  /** What else the core team can do with the text as it is now. */
  more?: ComponentChildren;
}

export function VersionsDialog({ onClose, more }: VersionsProps) {
  const room = useRoom();
  const versions = versionsOf(room.state);
  const chosen = useSignal<string>(NOW);
  const base = useSignal<string | null>(null);
  const steering = room.steering.value;
  const at = versions.findIndex((one) => one.id === chosen.value);
  const place = at < 0 ? versions.length : at;
  const before = versions[place - 1];
  const other = base.value ?? before?.id ?? null;
  const version = versions[at];
  return (
    <Dialog title={t("Versions of our text")} onClose={onClose} large>
      {steering && <Freeze room={room} />}
      {steering && more}
      {versions.length === 0 ? (
        <p class="soft">{t("There are no versions yet. The text is kept by itself when a meeting begins and ends.")}</p>
      ) : (
        <>
          <LookBack room={room} versions={versions} place={place} chosen={chosen} base={base} />
          <Field id="version-base" label={t("Compare with")}>
            <select
              class="select"
              value={base.value ?? ""}
              onChange={(event) => {
                base.value = event.currentTarget.value || null;
              }}
            >
              <option value="">{t("the version before")}</option>
              {versions.map((one) => (
                <option key={one.id} value={one.id}>
                  {called(room, one)}
                </option>
              ))}
            </select>
          </Field>
          {version && steering && (
            <div class="cluster">
              <Rename key={version.id} room={room} version={version} />
              <Restore room={room} version={version} done={onClose} />
            </div>
          )}
          <Compared live={room.live} old={other ?? chosen.value} now={chosen.value} lang={room.boot.community.language} />
        </>
      )}
    </Dialog>
  );
}

/** The title of a version with its day, and whether the group agreed on it. */
function called(room: Room, version: Version): string {
  const title = `${titleOf(room.state, version)} · ${day(version.date, room.boot.language)}`;
  return version.adopted ? `${title} · ${t("agreed")}` : title;
}

interface Walk {
  room: Room;
  versions: readonly Version[];
  place: number;
  chosen: Signal<string>;
  base: Signal<string | null>;
}

/** A slider over the versions; its end is the text as it is now. */
function LookBack({ room, versions, place, chosen, base }: Walk) {
  const version = versions[place];
  const title = version ? called(room, version) : t("The text as it is now");
  const meeting = version?.meeting ? room.state.collections.meetings[version.meeting] : undefined;
  const go = (to: number) => {
    chosen.value = versions[to]?.id ?? NOW;
    base.value = null;
  };
  return (
    <section class="look-back" aria-label={t("Look back")}>
      <button
        type="button"
        class="button button--icon"
        aria-label={t("Earlier version")}
        disabled={place === 0}
        onClick={() => go(place - 1)}
      >
        <Icon name="back" />
      </button>
      <label class="look-back__slider">
        <span class="visually-hidden">{t("Walk through the versions")}</span>
        <input
          type="range"
          min={0}
          max={versions.length}
          step={1}
          value={place}
          aria-valuetext={title}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
      </label>
      <button
        type="button"
        class="button button--icon"
        aria-label={t("Later version")}
        disabled={place === versions.length}
        onClick={() => go(place + 1)}
      >
        <Icon name="next" />
      </button>
      <div class="look-back__title" role="status">
        <strong dir="auto">{title}</strong>
        {meeting && (
          <span class="soft" dir="auto">
            {meeting.title}
          </span>
        )}
      </div>
    </section>
  );
}

/** Keeps the text as it is now, under a name. */
function Freeze({ room }: { room: Room }) {
  const name = useSignal("");
  const opened = useSignal(false);
  const show = (open: boolean) => {
    opened.value = open;
    focusSoon(open ? "#version-name" : "[data-do=freeze]");
  };
  const wrong = problem(name.value, MAX_NAME_LENGTH, true);
  const freeze = () => {
    if (wrong) return;
    room.send("version.freeze", { version: newId(), name: name.value.trim() }).then(
      () => {
        toast(t("The text is kept as “{name}”.", { name: name.value.trim() }));
        name.value = "";
        show(false);
      },
      () => undefined,
    );
  };
  if (!opened.value) {
    return (
      <div>
        <button type="button" class="button" data-do="freeze" onClick={() => show(true)}>
          <Icon name="versions" /> {t("Keep the text as it is now")}
        </button>
      </div>
    );
  }
  return (
    <div class="stack stack--tight">
      <WrittenField
        id="version-name"
        label={t("Name of the version")}
        hint={t("For example: before the summer.")}
        value={name.value}
        onInput={(text) => (name.value = text)}
        max={MAX_NAME_LENGTH}
        needed
      />
      <div class="cluster">
        <button type="button" class="button button--primary" disabled={Boolean(wrong)} onClick={freeze}>
          {t("Keep this version")}
        </button>
        <button type="button" class="button" onClick={() => show(false)}>
          {t("Leave it")}
        </button>
      </div>
    </div>
  );
}

function Rename({ room, version }: { room: Room; version: Version }) {
  const name = useSignal(version.name);
  const opened = useSignal(false);
  const show = (open: boolean) => {
    opened.value = open;
    focusSoon(open ? "#version-rename" : "[data-do=rename]");
  };
  const wrong = problem(name.value, MAX_NAME_LENGTH, true);
  const rename = () => {
    if (wrong) return;
    room.send("version.name", { version: version.id, name: name.value.trim() }).then(
      () => show(false),
      () => undefined,
    );
  };
  if (!opened.value) {
    return (
      <button type="button" class="button button--small" data-do="rename" onClick={() => show(true)}>
        <Icon name="edit" /> {version.name ? t("Change the name") : t("Give it a name")}
      </button>
    );
  }
  return (
    <div class="stack stack--tight">
      <WrittenField
        id="version-rename"
        label={t("Name of the version")}
        value={name.value}
        onInput={(text) => (name.value = text)}
        max={MAX_NAME_LENGTH}
        needed
      />
      <div class="cluster">
        <button type="button" class="button button--small button--primary" disabled={Boolean(wrong)} onClick={rename}>
          {t("Keep the name")}
        </button>
        <button type="button" class="button button--small" onClick={() => show(false)}>
          {t("Leave it")}
        </button>
      </div>
    </div>
  );
}

function Restore({ room, version, done }: { room: Room; version: Version; done: () => void }) {
  const restore = () => {
    room.send("version.restore", { version: newId(), before: newId(), origin: version.id }).then(
      () => {
        toast(t("The text is as it was: {title}.", { title: titleOf(room.state, version) }));
        done();
      },
      () => undefined,
    );
  };
  return (
    <SecondPress
      warning={t("The text changes for everybody. How it is now is kept as a version first. Parts that came later stay.")}
      sure={t("Yes, go back")}
      run={restore}
      icon="undo"
      buttonClass="button button--small"
      act="restore"
    >
      {t("Go back to this text")}
    </SecondPress>
  );
}
