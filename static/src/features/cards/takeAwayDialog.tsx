/** Taking away what somebody else wrote: asked once more, since only its writer could bring it back. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import type { Card } from "../../generated/catalogue";
import { brief, withdrawCard } from "./actions";

export function TakeAwayDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom();
  const away = () => {
    onClose();
    focusSoon(`[data-column="${card.column}"] h2`, "main h1");
    withdrawCard(room, card).catch(() => undefined); // told already
  };
  return (
    <Dialog
      title={t("Take this card away for everyone?")}
      onClose={onClose}
      onSubmit={away}
      actions={
        <>
          <button type="submit" class="button button--danger" data-do="take-away">
            {t("Take away for everyone")}
          </button>
          <button type="button" class="button" data-autofocus onClick={onClose}>
            {t("Leave it")}
          </button>
        </>
      }
    >
      <p dir="auto">{brief(card, 200)}</p>
      <p>{t("You did not write this. Nobody can bring it back.")}</p>
    </Dialog>
  );
}
