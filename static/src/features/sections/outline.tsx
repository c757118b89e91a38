/** The outline: every section in order, those that were put aside, and the questions about them. */
import { useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { isSteering } from "../../core/store/community";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import type { Section } from "../../generated/catalogue";
import type { Desk } from "../editor";

/** Something about a section that is asked in a dialog. */
export type Ask =
  | { kind: "add" }
  | { kind: "title" }
  | { kind: "rename"; section: Section }
  | { kind: "aside"; section: Section };

interface Props {
  desk: Desk;
  ask: (ask: Ask) => void;
  go: (section: string) => void;
  writing: boolean;
}

export function Outline({ desk, ask, go, writing }: Props) {
  const aside = desk.aside.value;
  const steering = isSteering(desk.state, desk.boot.me.member);
  return (
    <nav class="vision__outline" aria-label={t("Parts of the text")}>
      <ol>
        {desk.sections.value.map((section) => (
          <OutlineItem key={section.id} desk={desk} section={section} go={go} />
        ))}
      </ol>
      {writing && (
        <button type="button" class="button button--quiet" onClick={() => ask({ kind: "add" })}>
          <Icon name="add" /> {t("Add a part")}
        </button>
      )}
      {writing && steering && aside.length > 0 && (
        <details>
          <summary class="button button--quiet">{tn("One part put aside", "{n} parts put aside", aside.length)}</summary>
          <ul class="list">
            {aside.map((section) => (
              <li key={section.id} class="list__row">
                <span>{section.heading}</span>
                <button type="button" class="button button--small" onClick={() => restore(desk, section.id)}>
                  {t("Bring back")}
                  <span class="visually-hidden"> {section.heading}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function OutlineItem({ desk, section, go }: { desk: Desk; section: Section; go: (section: string) => void }) {
  const current = desk.current.value === section.id;
  const here = desk.texts.get(section.id)?.writers.value.length ?? 0;
  return (
    <li class={`outline-item${current ? " is-current" : ""}`} data-level={section.level}>
      <button type="button" aria-current={current ? "true" : undefined} onClick={() => go(section.id)}>
        {section.heading}
        {here > 0 && (
          <span class="outline-item__here">
            <Icon name="edit" />
            <span class="visually-hidden">{tn("one person writes here", "{n} people write here", here)}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function restore(desk: Desk, section: string): void {
  void desk.live.send("section.restore", { section }).catch(() => undefined);
}

/** The dialog that belongs to a question. */
export function AskDialog({ desk, ask, close }: { desk: Desk; ask: Ask; close: () => void }) {
  if (ask.kind === "aside") return <AsideDialog desk={desk} section={ask.section} close={close} />;
  return <HeadingDialog desk={desk} ask={ask} close={close} />;
}

function AsideDialog({ desk, section, close }: { desk: Desk; section: Section; close: () => void }) {
  const putAside = () => {
    void desk.live.send("section.remove", { section: section.id }).catch(() => undefined);
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">{t("Put aside")}</button>
      <button type="button" class="button" onClick={close}>{t("Leave it")}</button>
    </>
  );
  return (
    <Dialog title={t("Put “{heading}” aside?", { heading: section.heading })} onClose={close} onSubmit={putAside} actions={actions}>
      <p>{t("The text is kept. You can bring this part back from the list.")}</p>
    </Dialog>
  );
}

type HeadingAsk = Exclude<Ask, { kind: "aside" }>;

function HeadingDialog({ desk, ask, close }: { desk: Desk; ask: HeadingAsk; close: () => void }) {
  const title = desk.live.state.peek().collections.community["community"]?.title ?? "";
  const [heading, setHeading] = useState(ask.kind === "rename" ? ask.section.heading : ask.kind === "title" ? title : "");
  const [small, setSmall] = useState(ask.kind === "rename" && ask.section.level === 2);
  const names: Record<HeadingAsk["kind"], string> = {
    add: t("Add a part"),
    rename: t("Change the heading"),
    title: t("Change the title"),
  };
  const save = () => {
    const words = heading.trim();
    if (!words) return;
    store(desk, ask, words, small ? 2 : 1);
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">{ask.kind === "add" ? t("Add") : t("Save")}</button>
      <button type="button" class="button" onClick={close}>{t("Cancel")}</button>
    </>
  );
  return (
    <Dialog title={names[ask.kind]} onClose={close} onSubmit={save} actions={actions}>
      <div class="field">
        <label class="label" for="section-heading">{ask.kind === "title" ? t("Title") : t("Heading")}</label>
        <input
          id="section-heading"
          class="input"
          maxLength={200}
          required
          data-autofocus
          value={heading}
          onInput={(event) => setHeading(event.currentTarget.value)}
        />
      </div>
      {ask.kind !== "title" && (
        <label class="check">
          <input type="checkbox" checked={small} onChange={(event) => setSmall(event.currentTarget.checked)} />
          <span>{t("Belongs under the part before it")}</span>
        </label>
      )}
    </Dialog>
  );
}

function store(desk: Desk, ask: HeadingAsk, heading: string, level: 1 | 2): void {
  const { live } = desk;
  if (ask.kind === "title") {
    void live.send("community.edit", { title: heading }).catch(() => undefined);
  } else if (ask.kind === "rename") {
    void live.send("section.edit", { section: ask.section.id, heading, level }).catch(() => undefined);
  } else {
    const section = newId();
    const after = desk.sections.peek().some((one) => one.id === desk.current.peek()) ? desk.current.peek() : null;
    const done = live.send("section.add", { section, heading, level, after });
    void done.then(() => {
      desk.current.value = section;
      focusSoon(`#heading-${section}`);
    }).catch(() => undefined);
  }
}
