/** A part in another language: the translation, or the text and its translation beside each other. */
import { useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import type { Section } from "../../generated/catalogue";
import type { SectionText, VisionPage } from "../editor";
import { Changed } from "./changed";
import { languageOf } from "./languages";
import type { Reading } from "./reading";
import type { Row } from "./rows";
import { useRows } from "./rows";
import { TranslateDialog } from "./translateDialog";

interface Props {
  page: VisionPage;
  section: Section;
  text: SectionText;
  reading: Reading;
  /** Whether this person writes in the text now, and so may translate it. */
  writing: boolean;
}

export function Translated({ page, section, text, reading, writing }: Props) {
  const { rows, failed, again } = useRows(page, section, text, reading.lang);
  const [opened, setOpened] = useState<number | null>(null);
  if (failed && !rows) {
    return (
      <Notice kind="warn" role="alert">
        <p>{t("The translation could not be read. Try again when you are connected.")}</p>
        <button type="button" class="button button--small" onClick={again}>
          {t("Try again")}
        </button>
      </Notice>
    );
  }
  if (!rows) return <p class="section__wait soft">{t("The text is coming…")}</p>;
  const shown = rows.map((row, at) => ({ row, at })).filter(({ row }) => writing || row.kind !== "title" || row.state !== "missing");
  return (
    <div class="translated" data-view={reading.view}>
      {shown.map(({ row, at }) => (
        <RowView
          key={at}
          row={row}
          lang={page.boot.community.language}
          reading={reading}
          level={section.level === 2 ? 4 : 3}
          translate={writing ? () => setOpened(at) : null}
        />
      ))}
      {opened !== null && (
        <TranslateDialog page={page} section={section.id} lang={reading.lang} rows={rows} at={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}

interface RowProps {
  row: Row;
  /** The language of the text. */
  lang: string;
  reading: Reading;
  level: 3 | 4;
  translate: (() => void) | null;
}

function RowView({ row, lang, reading, level, translate }: RowProps) {
  const both = reading.view === "both";
  const lacking = row.state === "missing";
  const { dir } = languageOf(reading.lang);
  // The heading of the part stands above it in its own language already.
  const original = row.kind !== "title" && (both || lacking);
  return (
    <div class="translated__row" data-state={row.state} data-kind={row.kind}>
      {original && (
        <div class="translated__side" lang={lang} dir="auto">
          <Words row={row} level={level} words={row.original} />
        </div>
      )}
      <div class="translated__side">
        {lacking ? (
          (both || row.kind === "title" || translate) && <p class="translated__note">{t("Not translated yet")}</p>
        ) : (
          <div lang={reading.lang} dir={dir}>
            <Words row={row} level={level} words={row.words} />
          </div>
        )}
        {row.state === "behind" && <Behind row={row} lang={lang} open={translate !== null} />}
        {translate && (
          <button type="button" class="button button--small button--quiet" data-do="translate" onClick={translate}>
            <Icon name={lacking ? "add" : "edit"} /> {lacking ? t("Translate this") : t("Change the translation")}
            <span class="visually-hidden">: {row.original.slice(0, 60)}</span>
          </button>
        )}
      </div>
    </div>
  );
}

function Words({ row, level, words }: { row: Row; level: 3 | 4; words: string }) {
  const Heading = level === 3 ? "h3" : "h4";
  if (row.kind === "heading") return <Heading>{words}</Heading>;
  if (row.kind === "quote") return <blockquote>{words}</blockquote>;
  return <p class={row.kind === "title" ? "translated__title" : row.kind === "item" ? "translated__item" : undefined}>{words}</p>;
}

function Behind({ row, lang, open }: { row: Row; lang: string; open: boolean }) {
  return (
    <details class="translated__behind" open={open}>
      <summary>
        <span class="badge badge--warn">
          <Icon name="undo" /> {t("Behind")}
        </span>{" "}
        <span class="visually-hidden">{t("What changed?")}</span>
      </summary>
      <Changed row={row} lang={lang} />
    </details>
  );
}
