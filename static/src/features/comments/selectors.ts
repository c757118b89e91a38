/** What the state holds of comments and hard sentences. Pure functions; nothing here changes anything. */
import type { State } from "../../core/store/fold";
import type { Comment, HardSentence, Unclear } from "../../generated/catalogue";
import type { Anchor } from "./anchor";
import { sameWords } from "./words";

/** How many people do not get a sentence, if any. */
export function hardSentence(state: State, sentence: Anchor): HardSentence | undefined {
  const all = Object.values(state.collections.hard_sentences);
  return all.find((one) => one.section === sentence.section && sameWords(one.words, sentence.words));
}

/** What this person said of a sentence: that it is not clear. Of others nobody knows. */
export function ownMark(state: State, sentence: Anchor, member: string): Unclear | undefined {
  const hard = hardSentence(state, sentence);
  return hard && Object.values(state.collections.unclear).find((one) => one.sentence === hard.id && one.member === member);
}

function inTheVision(state: State, section: string): boolean {
  return state.collections.sections[section]?.removed === false;
}

/** The sentences that most people do not get come first. */
export function hardestFirst(state: State): HardSentence[] {
  return Object.values(state.collections.hard_sentences)
    .filter((one) => inTheVision(state, one.section))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** Comments and proposals on parts that are in the vision, the oldest first. */
export function commentsOf(state: State): Comment[] {
  return Object.values(state.collections.comments)
    .filter((one) => inTheVision(state, one.section))
    .sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
}

/** What was settled of this person's own, and not seen yet. */
export function newsFor(state: State, member: string): Comment[] {
  return commentsOf(state).filter((one) => one.author === member && one.state !== "open" && !one.seen);
}
