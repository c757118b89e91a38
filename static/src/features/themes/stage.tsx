/** The wall of themes: all names with how much there is in each, then the cards theme by theme. */
import { t, tn } from "../../core/i18n/strings";
import type { Group } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { wordsIn } from "../../core/stage/plan";
import { useStage } from "../../core/stage/stage";
import type { StepInfo } from "../../core/store/phases";
import { Question } from "../agenda/stage";
import { cardThing, openCards } from "../cards/stage";
import { themesOf } from "./selectors";

export function ThemesStage({ step }: { step: StepInfo }) {
  const stage = useStage();
  const cards = openCards(stage, step.shows);
  const themes = themesOf(stage.state)
    .map((theme) => ({ theme, cards: cards.filter((card) => card.theme === theme.id) }))
    .filter((one) => one.cards.length);
  const loose = cards.filter((card) => !themes.some((one) => one.theme.id === card.theme));
  const wall: Group = {
    id: "wall",
    as: "cards",
    things: themes.map(({ theme, cards: own }) => ({
      id: `theme/${theme.id}`,
      words: wordsIn(theme.name) + 2,
      view: (
        <section class="stage-theme">
          <h2 class="stage-theme__name" dir="auto">
            {theme.name}
          </h2>
          <p class="stage-theme__count">{tn("one card", "{n} cards", own.length)}</p>
        </section>
      ),
    })),
  };
  // Only one group of cards stands beside another when all fit; here every theme has pages of its own.
  const groups: Group[] = [
    wall,
    ...themes.map(
      ({ theme, cards: own }): Group => ({ id: theme.id, as: "cards", title: theme.name, things: own.map((one) => cardThing(one)) }),
    ),
    { id: "loose", as: "cards", title: themes.length ? t("Not in a theme yet") : "", things: loose.map((one) => cardThing(one)) },
  ];
  return (
    <>
      <Question step={step} />
      <Pages groups={groups} apart />
    </>
  );
}
