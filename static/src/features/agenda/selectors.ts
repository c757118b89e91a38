/** Phases and steps in the community's own words. */
import { communityOf } from "../../core/store/community";
import type { State } from "../../core/store/fold";
import type { PhaseInfo, StepInfo } from "../../core/store/phases";
import { fillTopic } from "../../core/store/phases";

export function phaseName(state: State, phase: PhaseInfo): string {
  return state.collections.phase_titles[phase.id]?.name || phase.name;
}

function worded(state: State, step: StepInfo, texts: readonly string[], from: number): string[] {
  const topic = communityOf(state)?.topic ?? "";
  return texts.map((text, n) => fillTopic(state.collections.prompts[`${step.id}.${from + n}`]?.text || text, topic));
}

/** What there is to do in a step, with the topic in it, and the number of dots that the group chose. */
export function howOf(state: State, step: StepInfo): string {
  const dots = state.collections.boards[step.id]?.dots_budget || step.dots;
  return fillTopic(step.how, communityOf(state)?.topic ?? "", dots);
}

/** The prompts of a step in the community's own words, with the topic in them. */
export function promptsOf(state: State, step: StepInfo): string[] {
  return worded(state, step, step.prompts, 0);
}

/** The interview questions; they are counted on after the prompts. */
export function guideOf(state: State, step: StepInfo): string[] {
  return worded(state, step, step.guide, step.prompts.length);
}
