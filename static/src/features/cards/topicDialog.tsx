/** A card in another language becomes the topic: it is first said in the language of the group. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { MAX_LINE_LENGTH, problem } from "../../core/ui/limit";
import { WrittenField } from "../../core/ui/written";
import type { Card } from "../../generated/catalogue";
import { LANGUAGES } from "../../generated/catalogue";
import { setTopic } from "./topic";

/** Makes a card the topic. One in another language is first said in that of the group. */
export async function makeTopic(room: Room, card: Card): Promise<void> {
  if (card.lang === room.boot.community.language || card.translation) await setTopic(room, card);
  else room.opened.value = { Part: TopicDialog, card };
}

function TopicDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom();
  const words = useSignal("");
  const language = LANGUAGES.find(({ code }) => code === room.boot.community.language)?.name ?? room.boot.community.language;
  const choose = () => {
    if (problem(words.value, MAX_LINE_LENGTH, true)) return;
    onClose();
    setTopic(room, card, words.value.trim()).catch(() => undefined); // told already
  };
  return (
    <Dialog
      title={t("Make this our topic")}
      onClose={onClose}
      onSubmit={choose}
      actions={
        <>
          <button type="submit" class="button button--primary" data-do="topic">
            {t("Make this our topic")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("Leave it")}
          </button>
        </>
      }
    >
      <p>{t("The topic stands in every question. So say it in the language of the group too.")}</p>
      <blockquote dir="auto" lang={card.lang}>
        {card.text}
      </blockquote>
      <WrittenField
        id="topic-words"
        label={t("What does this say in {language}?", { language })}
        value={words.value}
        onInput={(text) => (words.value = text)}
        max={MAX_LINE_LENGTH}
        rows={2}
        needed
        autofocus
      />
    </Dialog>
  );
}
