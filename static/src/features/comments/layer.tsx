/** The comments over the text: what is tapped or selected, where comments hang, and the dialogs. */
import { useEffect } from "preact/hooks";
import type { VisionPage } from "../editor";
import { CommentsDialog } from "./commentsDialog";
import { drawComments } from "./highlights";
import { SentencesDialog } from "./sentencesDialog";
import { opened } from "./shown";
import { Told } from "./told";
import { WordsBar } from "./wordsBar";
import { WriteDialog } from "./writeDialog";
import { WritersDialog } from "./writersDialog";

interface Props {
  page: VisionPage;
  /** Brings a part on the screen. */
  go: (section: string) => void;
}

export function CommentsLayer({ page, go }: Props) {
  useEffect(() => drawComments(page), []);
  return (
    <>
      <Told page={page} />
      <WordsBar page={page} />
      <Dialogs page={page} go={go} />
    </>
  );
}

function Dialogs({ page, go }: Props) {
  const what = opened.value;
  const close = () => {
    opened.value = null;
  };
  switch (what?.kind) {
    case "list":
      return <CommentsDialog page={page} go={go} close={close} />;
    case "sentences":
      // Writing about a sentence takes the place of the list of sentences.
      return <SentencesDialog page={page} section={what.section} close={close} />;
    case "write":
      return <WriteDialog page={page} anchor={what.anchor} proposes={what.proposes} close={close} />;
    case "writers":
      return <WritersDialog page={page} section={what.section} close={close} />;
    default:
      return null;
  }
}
