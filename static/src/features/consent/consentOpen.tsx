/** Opening a consent round: which version, and who is asked. */
import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Live } from "../../core/live/connection";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { CheckLine } from "../document";
import { membersOf, roleName } from "../members";
import type { ReadSection } from "../versions";
import { readVersion } from "../versions";
import { Until } from "./absent";
import { People } from "./people";
import { nextLabel } from "./selectors";

/** The roles of which a number may be asked. */
const ROLES = ["parent", "professional"] as const;
const MOST = 500;
const SHOWN_LENGTH = 60;

function clamp(count: number): number {
  return Math.min(Math.max(Math.round(count) || 0, 0), MOST);
}

function brief(words: string): string {
  return words.length > SHOWN_LENGTH ? `${words.slice(0, SHOWN_LENGTH)}…` : words;
}

interface Part {
  key: string;
  section: string;
  heading: string;
  words: string;
}

/** The paragraphs of the text as it is now; none until they are there. */
function useParts(live: Live): Part[] {
  const [parts, setParts] = useState<Part[]>([]);
  useEffect(() => {
    let wanted = true;
    const take = (sections: readonly ReadSection[]) => {
      const found = sections.flatMap(({ id, heading, passages }) =>
        passages
          .filter((one) => one.kind !== "heading")
          .map((one, n) => ({ key: `${id}/${n}`, section: id, heading, words: one.sentences.join(" ") })),
      );
      if (wanted) setParts(found);
    };
    readVersion(live, "").then(take, () => undefined);
    return () => {
      wanted = false;
    };
  }, [live]);
  return parts;
}

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
  const part = useSignal("");
  const absent = useSignal<readonly string[]>([]);
  const until = useSignal("");
  const least = useSignal<Readonly<Record<string, number>>>({});
  const parts = useParts(room.live);
  const open = () => {
    tried.value = true;
    if (!chosen.value.length || !LABEL.test(label.value.trim())) return;
    const about = parts.find((one) => one.key === part.value);
    void room
      .send("consent.open", {
        round: newId(),
        version: newId(),
        label: label.value.trim(),
        members: [...chosen.value],
        section: about?.section ?? null,
        words: about?.words ?? "",
        least: ROLES.flatMap((role) => (least.value[role] ? [{ role, count: least.value[role] }] : [])),
        absent: absent.value.filter((id) => chosen.value.includes(id)),
        until: until.value || null,
      })
      .then(onClose, () => undefined);
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
      <CheckLine back={OpenRound} />
      <p>{t("The text as it is now is kept as a version. Everyone you choose is asked whether they can go on with it.")}</p>
      {room.features.map((one) => one.unready && <one.unready key={one.unready.name} state={state} />)}
      <Field
        id="version-label"
        label={t("Number of the version")}
        hint={t("For example 0.1 for a first try, 1.0 for the one you want to agree on.")}
        error={tried.value && !LABEL.test(label.value.trim()) ? t("Write a number with a point, such as 0.1.") : ""}
      >
        <input class="input" data-autofocus value={label.value} onInput={(event) => (label.value = event.currentTarget.value)} />
      </Field>
      {parts.length > 0 && (
        <Field id="consent-part" label={t("About what")}>
          <select class="select" value={part.value} onChange={(event) => (part.value = event.currentTarget.value)}>
            <option value="">{t("the whole text")}</option>
            {parts.map((one) => (
              <option key={one.key} value={one.key} lang={room.boot.community.language}>
                {one.heading}: {brief(one.words)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <People legend={t("Who is asked")} members={members} chosen={chosen} />
      <details>
        <summary>{t("Who is absent, and how many have to answer")}</summary>
        <div class="stack">
          <People legend={t("Who is absent")} members={members.filter((member) => chosen.value.includes(member.id))} chosen={absent} />
          <Until id="open-until" value={until.value} set={(date) => (until.value = date)} />
          <fieldset class="cluster">
            <legend class="label">{t("How many have to answer, at least")}</legend>
            {ROLES.map((role) => (
              <label key={role} class="consent__least">
                {roleName(role, 2)}
                <input
                  class="input"
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={500}
                  value={least.value[role] ?? 0}
                  onInput={(event) => (least.value = { ...least.value, [role]: clamp(event.currentTarget.valueAsNumber) })}
                />
              </label>
            ))}
          </fieldset>
        </div>
      </details>
    </Dialog>
  );
}
