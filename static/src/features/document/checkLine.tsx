/** Before the group decides about the text: how many things are still missing, in a line that leads there. */
import { t, tn } from "../../core/i18n/strings";
import type { PageDialog } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { missing } from "./answers";
import { DocumentCheck } from "./checkDialog";
import { useCheck } from "./useCheck";

interface Props {
  /** The dialog to come back to. */
  back?: PageDialog;
}

export function CheckLine({ back }: Props) {
  const room = useRoom();
  const { lines } = useCheck(room);
  if (!lines) return null;
  const count = missing(lines);
  const open = () => room.show(({ onClose }) => <DocumentCheck onClose={onClose} back={back} />);
  return (
    <div class="check-line">
      <p role="status">
        <Icon name={count ? "open" : "check"} /> {t("Document check")}:{" "}
        {count ? tn("One thing is missing.", "{n} things are missing.", count) : t("Nothing is missing.")}
      </p>
      <button type="button" class="button button--small" data-do="check" onClick={open}>
        {t("Look at the check")}
      </button>
    </div>
  );
}
