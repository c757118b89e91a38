/** The sentences that a round is about. */
import { useEffect, useState } from "preact/hooks";
import type { Live } from "../../core/live/connection";
import type { ConsentRound, Rewording } from "../../generated/catalogue";
import type { ReadSection } from "../versions";
import { readVersion } from "../versions";

export interface SentencesOf {
  id: string;
  heading: string;
  sentences: string[];
}

/** The sentences of every part, each once; of one paragraph only when the round is about that. */
export function sentencesIn(sections: readonly ReadSection[], words: string): SentencesOf[] {
  return sections
    .map(({ id, heading, passages }) => {
      const about = passages.filter((one) => !words || one.sentences.join(" ") === words);
      return { id, heading, sentences: [...new Set(about.flatMap((one) => one.sentences))] };
    })
    .filter((one) => one.sentences.length > 0);
}

/** The better sentences that stand in the text, each in the place of the one that is gone from it. */
export function betterIn(rewordings: readonly Rewording[], sections: readonly SentencesOf[]): Rewording[] {
  const texts = sections.map(({ sentences }) => sentences.join(" "));
  const there = (words: string) => texts.some((text) => text.includes(words.split(/\s+/).join(" ")));
  return rewordings.filter((one) => there(one.text) && !sections.some(({ sentences }) => sentences.includes(one.sentence)));
}

/** Reads them; none until they are there, and none when they do not come: answering goes on without. */
export function useSentences(live: Live, round: ConsentRound): SentencesOf[] {
  const [sections, setSections] = useState<SentencesOf[]>([]);
  useEffect(() => {
    let wanted = true;
    readVersion(live, round.version).then(
      (read) => wanted && setSections(sentencesIn(read, round.words)),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [live, round.version, round.words]);
  return sections;
}
