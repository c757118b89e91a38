/** The questions about a part of the vision: its heading, and whether it is put aside. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { MAX_LINE_LENGTH, problem } from "../../core/ui/limit";
import { WrittenField } from "../../core/ui/written";
import type { Section } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { BlockField } from "./blockField";

/** Something about a section that is asked in a dialog. */
export type Ask = { kind: "add" } | { kind: "title" } | { kind: "rename"; section: Section } | { kind: "aside"; section: Section };

/** The dialog that belongs to a question. */
export function AskDialog({ page, ask, close }: { page: VisionPage; ask: Ask; close: () => void }) {
  if (ask.kind === "aside") return <PutAsideDialog page={page} section={ask.section} close={close} />;
  return <HeadingDialog page={page} ask={ask} close={close} />;
}

function PutAsideDialog({ page, section, close }: { page: VisionPage; section: Section; close: () => void }) {
  const putAside = () => {
    void page.live.send("section.remove", { section: section.id }).catch(() => undefined);
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">
        {t("Put aside")}
      </button>
      <button type="button" class="button" onClick={close}>
        {t("Leave it")}
      </button>
    </>
  );
  return (
    <Dialog title={t("Put “{heading}” aside?", { heading: section.heading })} onClose={close} onSubmit={putAside} actions={actions}>
      <p>{t("The text is kept. You can bring this part back from the list.")}</p>
    </Dialog>
  );
}

type HeadingAsk = Exclude<Ask, { kind: "aside" }>;

function HeadingDialog({ page, ask, close }: { page: VisionPage; ask: HeadingAsk; close: () => void }) {
  const title = page.live.state.peek().collections.community["community"]?.title ?? "";
  const [heading, setHeading] = useState(ask.kind === "rename" ? ask.section.heading : ask.kind === "title" ? title : "");
  const [small, setSmall] = useState(ask.kind === "rename" && ask.section.level === 2);
  const [block, setBlock] = useState(ask.kind === "rename" ? (ask.section.block ?? "") : "");
  const names: Record<HeadingAsk["kind"], string> = {
    add: t("Add a part"),
    rename: t("Change the heading"),
    title: t("Change the title"),
  };
  const save = () => {
    const words = heading.trim();
    if (problem(words, MAX_LINE_LENGTH, true)) return;
    store(page, ask, { heading: words, level: small ? 2 : 1, block });
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">
        {ask.kind === "add" ? t("Add") : t("Keep")}
      </button>
      <button type="button" class="button" onClick={close}>
        {t("Cancel")}
      </button>
    </>
  );
  return (
    <Dialog title={names[ask.kind]} onClose={close} onSubmit={save} actions={actions}>
      <WrittenField
        id="section-heading"
        label={ask.kind === "title" ? t("Title") : t("Heading")}
        max={MAX_LINE_LENGTH}
        needed
        autofocus
        value={heading}
        onInput={setHeading}
      />
      {ask.kind !== "title" && (
        <label class="check">
          <input type="checkbox" checked={small} onChange={(event) => setSmall(event.currentTarget.checked)} />
          <span>{t("Belongs under the part before it")}</span>
        </label>
      )}
      {ask.kind !== "title" && <BlockField value={block} onChange={setBlock} />}
    </Dialog>
  );
}

interface Content {
  heading: string;
  level: 1 | 2;
  block: string;
}

function store(page: VisionPage, ask: HeadingAsk, content: Content): void {
  const { live } = page;
  const { heading } = content;
  if (ask.kind === "title") {
    void live.send("community.edit", { title: heading }).catch(() => undefined);
  } else if (ask.kind === "rename") {
    const block = content.block === (ask.section.block ?? "") ? null : content.block;
    void live.send("section.edit", { section: ask.section.id, ...content, block }).catch(() => undefined);
  } else {
    const section = newId();
    const after = page.sections.peek().some((one) => one.id === page.current.peek()) ? page.current.peek() : null;
    const done = live.send("section.add", { section, ...content, after });
    void done
      .then(() => {
        page.current.value = section;
        focusSoon(`#heading-${section}`);
      })
      .catch(() => undefined);
  }
}
