/** Two texts beside each other: what stayed, what is new, what is gone, and which words changed. */
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import type { Live } from "../../core/live/connection";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import type { Change, ComparedSection, Piece, Row } from "./answers";
import { compareVersions } from "./answers";

/** Whoever moves the slider on and on asks once, at the end. */
const ASK_DELAY_MS = 200;

interface Props {
  live: Live;
  old: string;
  now: string;
  lang: string;
}

export function Compared({ live, old, now, lang }: Props) {
  const { sections, failed } = useCompared(live, old, now);
  if (failed) {
    return (
      <Notice kind="warn" role="alert">
        <p>{t("The versions could not be read. Try again when you are connected.")}</p>
      </Notice>
    );
  }
  if (!sections) return <p class="soft">{t("One moment…")}</p>;
  const changes = sections.flatMap((section) => section.rows).filter((row) => row.change !== "kept").length;
  return (
    <div class="compared" aria-busy={sections === null}>
      <p role="status" class="soft">
        {changes ? tn("One sentence is different.", "{n} sentences are different.", changes) : t("Nothing is different.")}
      </p>
      {sections.map((section) => (
        <Chapter key={section.id} section={section} lang={lang} />
      ))}
    </div>
  );
}

function useCompared(live: Live, old: string, now: string) {
  const [sections, setSections] = useState<ComparedSection[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      compareVersions(live, old, now).then(
        (found) => {
          if (!wanted) return;
          setFailed(false);
          setSections(found);
        },
        () => wanted && setFailed(true),
      );
    }, ASK_DELAY_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [live, old, now]);
  return { sections, failed };
}

function word(change: Change): string {
  if (change === "new") return t("new");
  if (change === "gone") return t("gone");
  return change === "changed" ? t("changed") : t("the same");
}

function Chapter({ section, lang }: { section: ComparedSection; lang: string }) {
  if (section.rows.length === 0 && section.change === "kept") return null;
  const same = section.change === "kept";
  return (
    <details class="compared__chapter" open={!same}>
      <summary>
        <h3 class="compared__heading" lang={lang} dir="auto">
          {section.heading}
        </h3>
        <span class="badge">{word(section.change)}</span>
      </summary>
      {section.was && (
        <p class="small">
          {t("The heading was:")}{" "}
          <del lang={lang} dir="auto">
            {section.was}
          </del>
        </p>
      )}
      <table class="compared__table">
        <thead>
          <tr>
            <th scope="col">{t("Earlier")}</th>
            <th scope="col">{t("Later")}</th>
          </tr>
        </thead>
        <tbody lang={lang}>
          {section.rows.map((row, n) => (
            <Pair key={n} row={row} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Pair({ row }: { row: Row }) {
  const kept = row.change === "kept";
  return (
    <tr class="compared__row" data-change={row.change} data-begins={row.begins || undefined} data-kind={row.kind}>
      <Side row={row} pieces={row.old} side="old" />
      {kept ? (
        <td class="compared__side compared__side--again" dir="auto">
          {row.new.map(([words]) => words)}
        </td>
      ) : (
        <Side row={row} pieces={row.new} side="new" />
      )}
    </tr>
  );
}

/** One side of a sentence; the word that says what became of it stands before it. */
function Side({ row, pieces, side }: { row: Row; pieces: Piece[]; side: "old" | "new" }) {
  const said = row.change === "changed" || (row.change === "gone" && side === "old") || (row.change === "new" && side === "new");
  return (
    <td class="compared__side" data-side={side} data-empty={pieces.length === 0 || undefined}>
      {said && (
        <span class="compared__word">
          <Icon name={side === "old" ? "minus" : "add"} />{" "}
          {row.change === "changed" ? (side === "old" ? t("was") : t("became")) : word(row.change)}
        </span>
      )}
      <span dir="auto">{pieces.map((piece) => words(piece, side))}</span>
    </td>
  );
}

function words([text, same]: Piece, side: "old" | "new") {
  if (same) return text;
  return side === "old" ? <del>{text}</del> : <ins>{text}</ins>;
}
