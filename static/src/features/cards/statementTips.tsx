/** Plain words for the sentences of the design: the only cards that go into the text as they are. */
import { useRoom } from "../../core/room/room";
import { lazy } from "../../core/ui/lazy";

const Tips = lazy(() => import("../wordings").then((part) => part.Tips));
const STATEMENTS = "des-2";

interface Props {
  board: string;
  text: string;
  put: (text: string) => void;
}

export function StatementTips({ board, text, put }: Props) {
  const { live, boot } = useRoom();
  return board === STATEMENTS ? <Tips live={live} lang={boot.community.language} text={text} put={put} /> : null;
}
