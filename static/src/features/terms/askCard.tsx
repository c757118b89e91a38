/** What comes of the word exchange elsewhere: tapping the hard word on a card, and the words that are still open. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import type { Card } from "../../generated/catalogue";
import { AskWord, OpenWords } from "../wordings";

export { OpenWords };

export function AskCardDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom();
  return (
    <Dialog title={t("Tap a hard word")} onClose={onClose}>
      <AskWord live={room.live} sentences={[card]} />
    </Dialog>
  );
}
