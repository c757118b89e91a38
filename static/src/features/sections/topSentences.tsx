/** The sentences to which the group gave most dots, offered where they are needed. */
import { useComputed } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Agenda } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import type { Card, Section } from "../../generated/catalogue";
import type { SectionText, VisionPage } from "../editor";

export interface TopSentence {
  card: Card;
  dots: number;
}

/** So many sentences are a choice; more are a list to read. */
const IN_PANEL = 10;
const IN_SECTION = 3;

/** Cards with counted dots, most dots first: those of the steps from which sentences go into the text. */
export function topSentences(state: State, agenda: Agenda): TopSentence[] {
  const { boards, cards } = state.collections;
  const from = agenda.steps.findIndex((step) => step.drafts);
  const dots = new Map<string, number>();
  for (const step of agenda.steps.slice(Math.max(from, 0))) {
    for (const [card, count] of Object.entries(boards[step.id]?.dots_totals ?? {})) dots.set(card, (dots.get(card) ?? 0) + count);
  }
  return [...dots]
    .flatMap(([id, count]) => {
      const card = cards[id];
      return card?.text && !card.hidden && count > 0 ? [{ card, dots: count }] : [];
    })
    .sort((a, b) => b.dots - a.dots || byRank(a.card, b.card))
    .slice(0, IN_PANEL);
}

/** In an empty part: the best sentences that have no place in the text yet, to begin with. */
export function Offers({ page, section, text }: { page: VisionPage; section: Section; text: SectionText }) {
  const offered = useComputed(() => {
    const used = new Set(Object.values(page.state.collections.sources).map((source) => source.card));
    return topSentences(page.state, page.agenda)
      .filter(({ card }) => !used.has(card.id))
      .slice(0, IN_SECTION);
  }).value;
  if (!text.empty.value || section.kind !== "text" || !offered.length) return null;
  const id = `offers-${section.id}`;
  return (
    <div class="offers" role="group" aria-labelledby={id}>
      <p id={id} class="offers__title">
        {t("Sentences with most dots")}
      </p>
      <ul class="offers__list">
        {offered.map(({ card, dots }) => (
          <li key={card.id} class="offers__one">
            <p lang={card.lang} dir="auto">
              {card.text} <DotsBadge dots={dots} />
            </p>
            {card.translation && (
              <p class="soft" lang={page.boot.community.language} dir="auto">
                {card.translation}
              </p>
            )}
            <button type="button" class="button button--small" onClick={() => page.beginWith(card.id, section.id)}>
              <Icon name="add" /> {t("Put this sentence here")}
              <span class="visually-hidden">: {card.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function DotsBadge({ dots }: { dots: number }) {
  return <span class="badge badge--accent">{tn("one dot", "{n} dots", dots)}</span>;
}
