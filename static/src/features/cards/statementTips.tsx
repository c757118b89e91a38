/** Plain words for sentences that go into the text as they are: the cards of a step with tips. */
import { useRoom } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

const Tips = lazy(() => import("../wordings").then((part) => part.Tips));

interface Props {
  board: string;
  text: string;
  put: (text: string) => void;
}

export function StatementTips({ board, text, put }: Props) {
  const { live, boot, agenda } = useRoom();
  return agenda.step(board)?.tips ? <Tips live={live} lang={boot.community.language} text={text} put={put} /> : null;
}
