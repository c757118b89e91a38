/** The hint below a part of the text in which this person writes. */
import { useEffect, useState } from "preact/hooks";
import type * as Y from "yjs";
import { PrivateHint } from "./hint";

const READ_DELAY_MS = 300;

interface Props {
  text: { section: string; fragment: Y.XmlFragment };
  /** Reads the paragraphs of a text. */
  read: (fragment: Y.XmlFragment) => string[];
}

export function TextHint({ text, read }: Props) {
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTexts(read(text.fragment)), READ_DELAY_MS);
    };
    text.fragment.observeDeep(changed);
    changed();
    return () => {
      clearTimeout(timer);
      text.fragment.unobserveDeep(changed);
    };
  }, [text]);
  return (
    <div class="text-hint">
      <PrivateHint place={text.section} texts={texts} field={`#section-${text.section} .section__text`} />
    </div>
  );
}
