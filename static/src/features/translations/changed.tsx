/** What a paragraph said when it was translated, and what it says now. */
import { t } from "../../core/i18n/strings";
import type { Piece, Row } from "./rows";

export function Changed({ row, lang }: { row: Row; lang: string }) {
  return (
    <dl class="translated__changed">
      <dt>{t("It was:")}</dt>
      <dd lang={lang} dir="auto">
        {row.old.map(([words, same]: Piece) => (same ? words : <del>{words}</del>))}
      </dd>
      <dt>{t("It is now:")}</dt>
      <dd lang={lang} dir="auto">
        {row.new.map(([words, same]: Piece) => (same ? words : <ins>{words}</ins>))}
      </dd>
    </dl>
  );
}
