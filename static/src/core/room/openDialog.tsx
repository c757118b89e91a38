/** The one dialog that is open over a card. It belongs to the room, so that it outlives the card. */
import { useRoom } from "./room";

export function OpenedDialog() {
  const room = useRoom();
  const opened = room.opened.value;
  if (!opened) return null;
  const { Part, card } = opened;
  const close = () => {
    if (room.opened.peek() === opened) room.opened.value = null;
  };
  return <Part key={card.id} card={room.state.collections.cards[card.id] ?? card} onClose={close} />;
}
