/** A card becomes the topic. */

import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { offerUndo } from "../../core/room/undo";
import { communityOf } from "../../core/store/community";
import type { Card } from "../../generated/catalogue";
import { brief } from "./actions";

/** Makes a card the topic; `words`: what it says in the language of the group. The topic before it can come back. */
export async function setTopic(room: Room, card: Card, words?: string): Promise<void> {
  const before = communityOf(room.state);
  await room.send("topic.set", { card: card.id, text: words });
  const back = () => {
    const old = before?.topic_card ? room.state.collections.cards[before.topic_card] : undefined;
    const said = before?.topic_original ? { text: before.topic } : {};
    return room.send("topic.set", old ? { card: old.id, ...said } : { text: before?.topic ?? "" });
  };
  offerUndo(room, t("Choose the topic"), t("This is our topic now: {card}", { card: words || brief(card) }), back);
}
