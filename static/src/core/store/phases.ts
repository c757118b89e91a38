/** The phases and steps as the server wrote them into the page. */
import type { PhaseView as PhaseInfo, StepView as StepInfo } from "../../generated/phases";

export type {
  BlockView as BlockInfo,
  ColumnView as ColumnInfo,
  MeetingPlanView as MeetingInfo,
  PhaseView as PhaseInfo,
  StepView as StepInfo,
} from "../../generated/phases";

/** The agenda: every step in order, and what can be looked up in it. */
export class Agenda {
  readonly steps: readonly StepInfo[];
  private readonly byId: ReadonlyMap<string, StepInfo>;

  constructor(readonly phases: readonly PhaseInfo[]) {
    this.steps = phases.flatMap((phase) => phase.steps);
    this.byId = new Map(this.steps.map((step) => [step.id, step]));
  }

  step(id: string | null): StepInfo | undefined {
    return id === null ? undefined : this.byId.get(id);
  }

  first(): StepInfo {
    const [first] = this.steps;
    if (!first) throw new Error("a process without steps");
    return first;
  }

  phaseOf(step: StepInfo): PhaseInfo {
    const found = this.phases.find((phase) => phase.id === step.phase);
    if (!found) throw new Error(`no phase ${step.phase}`);
    return found;
  }

  /** Whether the group has been in the step from which sentences go into the text, or in a later one. */
  drafting(visited: readonly string[]): boolean {
    const from = this.steps.findIndex((step) => step.drafts);
    return from >= 0 && this.steps.slice(from).some((step) => visited.includes(step.id));
  }

  /** The step before or after this one, if there is one. */
  beside(step: StepInfo, by: 1 | -1): StepInfo | undefined {
    return this.steps[this.steps.indexOf(step) + by];
  }
}

/** Puts the topic in a text that asks for it, without its own full stop, and how many dots everybody has. */
export function fillTopic(text: string, topic: string, dots = 0): string {
  return text.replaceAll("{topic}", topic.trim().replace(/\.\s*$/, "") || "…").replaceAll("{dots}", String(dots));
}
