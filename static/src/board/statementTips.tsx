/** Plain words for sentences that go into the text as they are: the cards of a step with tips. */
import { lazy } from "../ui/lazy";
import { useRoom } from "./room";

const Tips = lazy(() => import("../language/tips").then((part) => part.Tips));

interface Props {
  board: string;
  text: string;
  put: (text: string) => void;
}

export function StatementTips({ board, text, put }: Props) {
  const { live, boot, road } = useRoom();
  return road.step(board)?.tips ? <Tips live={live} lang={boot.community.language} text={text} put={put} /> : null;
}
