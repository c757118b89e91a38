/** The group's own sentences, in which a person taps the word to ask about. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { cardsOn } from "../cards";
import { PickWord } from "../wordings";
import { termsOf } from "./selectors";

interface Props {
  /** What is in the field now: the words that were tapped. */
  chosen: string;
  choose: (words: string) => void;
}

export function TapWord({ chosen, choose }: Props) {
  const room = useRoom();
  const { shows, earlier } = room.step;
  // Where sentences for the text are written, people get tips; these are the sentences that others must understand.
  const boards = new Set([...shows, ...earlier, ...room.agenda.steps.filter((step) => step.tips).map((step) => step.id)]);
  const sentences = cardsOn(room.state, [...boards], [], room.me).filter((card) => !card.hidden && card.text !== "");
  if (!sentences.length) return null;
  return (
    <section class="sheet stack stack--tight" aria-labelledby="tap-word">
      <h2 class="label" id="tap-word">
        {t("Or tap a word in our own sentences")}
      </h2>
      <PickWord
        sentences={sentences}
        chosen={chosen}
        choose={choose}
        asked={new Set(termsOf(room.state).map((term) => term.word.toLowerCase()))}
      />
    </section>
  );
}
