/** The cards of the group, to put behind the text or in it. */
import { useEffect, useId } from "preact/hooks";
import { searcher } from "../../core/i18n/search";
import { t, tn } from "../../core/i18n/strings";
import { headings, placesOf } from "../../core/store/landed";
import { byRank } from "../../core/store/order";
import { Field } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import type { Card } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { paragraphAt } from "../editor";
import { nameOf } from "../members";
import { themesOf } from "../themes";
import { NotHeardList } from "./notHeard";
import { DotsBadge, topSentences } from "./topSentences";

interface Group {
  id: string;
  name: string;
  cards: Card[];
}

function groups(page: VisionPage, wanted: string): Group[] {
  const state = page.state;
  const found = searcher(wanted);
  const cards = Object.values(state.collections.cards)
    .filter((card) => !card.hidden && card.text && found(card.text))
    .sort(byRank);
  const list: Group[] = themesOf(state).map((theme) => ({
    id: theme.id,
    name: theme.name,
    cards: cards.filter((card) => card.theme === theme.id),
  }));
  const loose = cards.filter((card) => !card.theme || !state.collections.themes[card.theme]);
  for (const phase of page.boot.phases) {
    for (const step of phase.steps) {
      list.push({ id: step.id, name: step.name, cards: loose.filter((card) => card.board === step.id) });
    }
  }
  return list.filter((group) => group.cards.length > 0);
}

export function CardsPanel({ page, onUsed }: { page: VisionPage; onUsed?: () => void }) {
  const { value: wanted } = page.wanted;
  const id = useId();
  const found = groups(page, wanted);
  const total = found.reduce((sum, group) => sum + group.cards.length, 0);
  return (
    <>
      <Target page={page} />
      <Brought page={page} onUsed={onUsed} />
      <Field
        id={id}
        label={t("Search the cards")}
        below={
          <p class="hint" role="status">
            {tn("One card", "{n} cards", total)}
          </p>
        }
      >
        <input class="input" type="search" value={wanted} onInput={(event) => (page.wanted.value = event.currentTarget.value)} />
      </Field>
      {!wanted && (
        <NotHeardList page={page} row={(card, dots) => <CardRow key={card.id} page={page} card={card} onUsed={onUsed} dots={dots} />} />
      )}
      <MostDots page={page} onUsed={onUsed} />
      {found.map((group) => (
        <details key={group.id} class="card-group" open={wanted !== "" || found.length === 1}>
          <summary>
            {group.name} <span class="badge">{group.cards.length}</span>
          </summary>
          <ul class="column__cards">
            {group.cards.map((card) => (
              <CardRow key={card.id} page={page} card={card} onUsed={onUsed} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** The sentences that the group chose stand first. */
function MostDots({ page, onUsed }: { page: VisionPage; onUsed?: () => void }) {
  const top = topSentences(page.state, page.agenda).filter(({ card }) => searcher(page.wanted.value)(card.text));
  if (!top.length) return null;
  return (
    <details class="card-group" open>
      <summary>
        {t("Sentences with most dots")} <span class="badge">{top.length}</span>
      </summary>
      <ul class="column__cards">
        {top.map(({ card, dots }) => (
          <CardRow key={card.id} page={page} card={card} onUsed={onUsed} dots={dots} />
        ))}
      </ul>
    </details>
  );
}

/** The card with which somebody came here from a board; the focus goes to it. */
function Brought({ page, onUsed }: { page: VisionPage; onUsed?: () => void }) {
  const id = page.brought.value;
  const card = id ? page.state.collections.cards[id] : undefined;
  const there = card !== undefined && !card.hidden && card.text !== "";
  useEffect(() => {
    if (there) focusSoon("[data-brought]"); // after the dialog around it has taken the focus
  }, [there, id]);
  if (!card || !there) return null;
  return (
    <section class="brought" aria-labelledby="brought-title">
      <div class="cluster cluster--spread">
        <h3 id="brought-title">{t("The card you came with")}</h3>
        <button type="button" class="button button--quiet" onClick={() => page.settled(card.id)}>
          {t("Leave it")}
        </button>
      </div>
      <ul class="column__cards">
        <CardRow page={page} card={card} onUsed={onUsed} brought />
      </ul>
    </section>
  );
}

/** Says which paragraph the cards would go to. */
function Target({ page }: { page: VisionPage }) {
  const state = page.editor.value;
  const paragraph = state ? paragraphAt(state) : null;
  const words = paragraph?.node.textContent.trim() ?? "";
  const short = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  return (
    <p class="soft small">
      {!state
        ? t("Put your cursor in the text. Then choose a card.")
        : short
          ? t("You are at: “{words}”", { words: short })
          : t("You are at an empty line.")}
    </p>
  );
}

interface RowProps {
  page: VisionPage;
  card: Card;
  onUsed?: () => void;
  brought?: boolean;
  dots?: number;
}

function CardRow({ page, card, onUsed, brought, dots = 0 }: RowProps) {
  const state = page.state;
  const author = nameOf(state, card.author);
  const role = card.author ? state.collections.members[card.author]?.role : undefined;
  const places = placesOf(state, card.id);
  const act = (run: () => void) => {
    run();
    onUsed?.();
  };
  return (
    <li class="card" data-role={role} data-brought={brought} tabIndex={brought ? -1 : undefined}>
      <p class="card__text" lang={card.lang} dir="auto">
        {card.text}
      </p>
      {card.translation && (
        <p class="card__translation" lang={page.boot.community.language} dir="auto">
          {card.translation}
        </p>
      )}
      {(author || places.length > 0 || dots > 0) && (
        <footer class="card__meta">
          {dots > 0 && <DotsBadge dots={dots} />}
          {author && <span class="card__by">{author}</span>}
          {places.length > 0 && (
            <span class="badge badge--good card__landed">{t("in our vision: {parts}", { parts: headings(places) })}</span>
          )}
        </footer>
      )}
      <div class="card__choices">
        <button type="button" class="button button--small" onClick={() => act(() => page.putBehind(card.id))}>
          <Icon name="source" /> {t("Put behind this paragraph")}
        </button>
        <button type="button" class="button button--small button--quiet" onClick={() => act(() => page.putIn(card.id))}>
          <Icon name="add" /> {t("Put this sentence in the text")}
        </button>
      </div>
    </li>
  );
}
