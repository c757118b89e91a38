/** The phases and steps as the server wrote them into the page. */
export interface ColumnInfo {
  id: string;
  title: string;
  hint: string;
  shared: boolean;
  starter: string | null;
  pictures: boolean;
}

export type Tool = "talk" | "board" | "guide" | "themes" | "dots" | "terms" | "vision" | "consent" | "agreements";

export interface StepInfo {
  id: string;
  phase: string;
  name: string;
  how: string;
  minutes: number;
  grouping: string;
  tool: Tool;
  prompts: string[];
  columns: ColumnInfo[];
  shows: string[];
  earlier: string[];
  allows: string[];
  dots: number;
  hidden: boolean;
  script: string | null;
  checklist: string[];
  example: [string, string] | null;
  guide: string[];
}

export interface PhaseInfo {
  id: string;
  name: string;
  classic: string;
  purpose: string;
  picture: string;
  steps: StepInfo[];
  feeds: string;
  mistakes: string[];
  outputs: string[];
}

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

  /** The step before or after this one, if there is one. */
  beside(step: StepInfo, by: 1 | -1): StepInfo | undefined {
    return this.steps[this.steps.indexOf(step) + by];
  }
}

/** Puts the topic in a text that asks for it; its own full stop is left out. */
export function fillTopic(text: string, topic: string): string {
  return text.replaceAll("{topic}", topic.trim().replace(/\.\s*$/, "") || "…");
}
