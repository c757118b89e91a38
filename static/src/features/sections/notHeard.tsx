/** What the group said and has no place in the text yet: themes, sentences and what got most dots. */
import { t, tn } from "../../core/i18n/strings";
import { notHeard } from "../../core/store/landed";
import { byRank } from "../../core/store/order";
import { Icon } from "../../core/ui/icon";
import type { Card, Theme } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { topSentences } from "./topSentences";

export interface NotHeard {
  themes: Theme[];
  /** Sentences of the group, those with most dots first. */
  sentences: { card: Card; dots: number }[];
}

/** Themes first, then sentences with most dots first; a sentence in a theme of the list stands there once more. */
export function listOf(page: Pick<VisionPage, "state" | "agenda">): NotHeard {
  const { themes, statements } = notHeard(page.state, page.agenda);
  const used = new Set(Object.values(page.state.collections.sources).map((source) => source.card));
  const top = topSentences(page.state, page.agenda).filter(({ card }) => !used.has(card.id));
  const ids = new Set(top.map(({ card }) => card.id));
  return { themes, sentences: [...top, ...statements.filter((card) => !ids.has(card.id)).map((card) => ({ card, dots: 0 }))] };
}

interface Props {
  page: VisionPage;
  row: (card: Card, dots: number) => preact.ComponentChild;
}

export function NotHeardList({ page, row }: Props) {
  const { themes, sentences } = listOf(page);
  const count = themes.length + sentences.length;
  const anything = Object.keys(page.state.collections.themes).length > 0 || sentences.length > 0;
  if (count === 0) {
    return anything ? (
      <p class="small" data-all-heard>
        <Icon name="check" /> {t("Every theme and every sentence of the group has a place in the text.")}
      </p>
    ) : null;
  }
  return (
    <details class="card-group" data-not-heard>
      <summary>
        {t("Not in the text yet")} <span class="badge badge--warn">{count}</span>
      </summary>
      <p class="soft small">{t("Put a card behind a paragraph. Then its theme has a place.")}</p>
      {themes.map((theme) => (
        <ThemeCards key={theme.id} page={page} theme={theme} row={row} />
      ))}
      {sentences.length > 0 && <ul class="column__cards">{sentences.map(({ card, dots }) => row(card, dots))}</ul>}
    </details>
  );
}

function ThemeCards({ page, theme, row }: Props & { theme: Theme }) {
  const cards = Object.values(page.state.collections.cards)
    .filter((card) => card.theme === theme.id && !card.hidden && card.text)
    .sort(byRank);
  return (
    <details class="card-group">
      <summary>
        <span dir="auto">{theme.name}</span> <span class="badge">{tn("one card", "{n} cards", cards.length)}</span>
      </summary>
      <ul class="column__cards">{cards.map((card) => row(card, 0))}</ul>
    </details>
  );
}
