/** The cards of a screen in groups: the themes that some lie in, and the columns or steps of the others. */
import { searcher } from "../../core/i18n/search";
import type { Shown } from "./selectors";

export interface Group {
  id: string;
  name: string;
  /** How many cards there are in it, found or not. */
  all: number;
  /** Those that have what is looked for. */
  cards: readonly Shown[];
}

interface Named {
  id: string;
  name: string;
}

interface Places {
  themes: readonly Named[];
  /** The group of a card that lies in none of the themes. */
  place: (card: Shown) => Named;
}

export function grouped(cards: readonly Shown[], { themes, place }: Places, wanted: string): Group[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const found = searcher(wanted);
  const groups = new Map<string, Group & { cards: Shown[] }>(
    themes.map((theme) => [`theme/${theme.id}`, { ...theme, id: `theme/${theme.id}`, all: 0, cards: [] }]),
  );
  for (const card of cards) {
    const theme = card.theme ? known.get(card.theme) : undefined;
    const at = theme ? { id: `theme/${theme.id}`, name: theme.name } : place(card);
    const group = groups.get(at.id) ?? { ...at, all: 0, cards: [] };
    groups.set(at.id, group);
    group.all += 1;
    if (found(`${card.text} ${card.translation}`)) group.cards.push(card);
  }
  return [...groups.values()].filter((group) => group.all > 0);
}
