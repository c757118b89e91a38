/** One object for the whole screen of a group: what is known, where the group is, what is on the page now. */
import type { ReadonlySignal, Signal } from "@preact/signals";
import { computed, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Boot, Live } from "../live/connection";
import { communityOf } from "../store/community";
import type { State } from "../store/fold";
import { followed } from "../store/followed";
import type { PhaseInfo, StepInfo } from "../store/phases";
import { Agenda } from "../store/phases";

export interface StageBoot extends Boot {
  phases: PhaseInfo[];
  /** How people come in: the code, the address without the code, and a picture that opens both. */
  join: { code: string; address: string; qr: string };
}

/** What a feature shows on the screen in a step with its tool. */
export type Picture = ComponentType<{ step: StepInfo }>;
export type Stages = Readonly<Partial<Record<StepInfo["tool"], Picture>>>;

/** What the group does between two steps: until when, in milliseconds since 1970. */
export interface Pause {
  title: string;
  ends: number | null;
  coffee: boolean;
}

export class Stage {
  readonly agenda: Agenda;
  /** What everybody in the community sees; each collection is followed by itself. */
  readonly state: State;
  readonly groupStep: ReadonlySignal<StepInfo>;
  /** What the group does now between two steps. */
  readonly pause: ReadonlySignal<Pause | null>;
  /** Which page of how many is shown. */
  readonly pages: Signal<{ at: number; of: number }> = signal({ at: 0, of: 1 });

  constructor(
    readonly boot: StageBoot,
    readonly live: Live,
    pauseOf: (stage: Stage) => Pause | null,
  ) {
    this.agenda = new Agenda(boot.phases);
    this.state = followed(live.state);
    this.groupStep = computed(() => this.agenda.step(communityOf(this.state)?.step ?? null) ?? this.agenda.first());
    this.pause = computed(() => pauseOf(this));
  }
}

export const StageContext = createContext<Stage | null>(null);

/** The page's stage, inside any component. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error("outside the screen");
  return stage;
}
