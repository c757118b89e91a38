/** The topic in the language of the group, with its own words where it was said in another language. */
import type { State } from "../store/fold";

export function TopicWords({ state }: { state: State }) {
  const community = state.collections.community["community"];
  if (!community) return null;
  const { topic, topic_lang: lang, topic_original: original, language } = community;
  return (
    <span>
      <span dir="auto" lang={original ? language : lang || undefined}>
        {topic}
      </span>
      {original && (
        <span class="original" dir="auto" lang={lang}>
          {original}
        </span>
      )}
    </span>
  );
}
