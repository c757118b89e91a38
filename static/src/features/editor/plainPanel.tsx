/** Plain words on request: the list of what is marked, the picture of all sentences, what is fine here. */
import { useEffect } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import type { Section } from "../../generated/catalogue";
import type { Mark, Sentence } from "../wordings";
import { brief, PlainSwitch, plainWords } from "../wordings";
import type { Place } from "./plain";
import { PlainPicture } from "./plainPicture";
import { reach } from "./reach";
import type { VisionPage } from "./visionPage";

interface Props {
  page: VisionPage;
  /** Brings a section on the screen. */
  go: (section: string) => void;
}

export function PlainDialog({ page, go, close }: Props & { close: () => void }) {
  const { plain } = page;
  const sections = page.sections.value;
  const ids = sections.map((section) => section.id).join(" ");
  useEffect(() => plain.lookAtAll(ids.split(" ").filter(Boolean)), [ids]);
  const jump = (place: Place<Mark | Sentence>) => {
    close();
    go(place.section);
    void reach(page, place).then((at) => {
      const { what } = place;
      if (!at || !("kind" in what)) return;
      requestAnimationFrame(() => {
        // A settled word has a card of its own.
        if (what.kind === "agreed") page.words.peek()?.press(at.view, place.section);
        else page.plain.shown.value = { ...at, mark: what, focus: true };
      });
    });
  };
  const marked = sections.map((section) => ({ section, marks: plain.marks(section.id) })).filter((one) => one.marks.length);
  return (
    <Dialog title={t("Plain words")} onClose={close} large>
      <PlainSwitch />
      {plainWords.value && (
        <>
          <PlainPicture
            places={sections.flatMap((section) => plain.sentences(section.id))}
            marks={marked.flatMap((one) => one.marks)}
            lang={plain.language}
            jump={jump}
          />
          <p class="soft small">{t("These are only tips. You decide together. In the text, Alt + Enter shows the tip at your cursor.")}</p>
          {marked.length === 0 && <p>{t("Nothing is marked.")}</p>}
          {marked.map(({ section, marks }) => (
            <SectionMarks key={section.id} section={section} marks={marks} lang={plain.language} jump={jump} />
          ))}
        </>
      )}
      <Fine page={page} />
    </Dialog>
  );
}

interface MarksProps {
  section: Section;
  marks: readonly Place<Mark>[];
  lang: string;
  jump: (place: Place<Mark>) => void;
}

function SectionMarks({ section, marks, lang, jump }: MarksProps) {
  return (
    <section aria-labelledby={`plain-${section.id}`}>
      <h3 id={`plain-${section.id}`} lang={lang}>
        {section.heading}
      </h3>
      <ul class="list">
        {marks.map((place, at) => (
          <li key={`${at}:${place.what.key}`}>
            <button type="button" class="plain-entry" onClick={() => jump(place)}>
              <strong lang={lang} dir="auto">
                “{brief(place.what.text)}”
              </strong>
              <span>{place.what.reason}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the group said is fine, with the way back. */
function Fine({ page }: { page: VisionPage }) {
  const wordings = Object.values(page.state.collections.wordings).sort((a, b) => a.words.localeCompare(b.words));
  if (!wordings.length) return null;
  const reopen = (wording: string) => {
    const job = page.live.send("wording.reopen", { wording });
    void job.then(() => announce(t("It is marked again."))).catch(() => undefined);
  };
  return (
    <details class="tips">
      <summary>{tn("One wording is fine here", "{n} wordings are fine here", wordings.length)}</summary>
      <ul class="list">
        {wordings.map((one) => (
          <li key={one.id} class="list__row">
            <span class="list__words" lang={page.plain.language} dir="auto">
              “{brief(one.words)}”
            </span>
            <button type="button" class="button button--small button--quiet" onClick={() => reopen(one.id)}>
              <Icon name="undo" /> {t("Mark it again")}
              <span class="visually-hidden">: {brief(one.words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
