/** One object for the whole page: who I am, what is on the screen, and how to act. */

import type { ReadonlySignal, Signal } from "@preact/signals";
import { computed, effect, signal, untracked } from "@preact/signals";
import type { ComponentType } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Card, Commands, Member } from "../../generated/catalogue";
import { COMMAND_TRAITS } from "../../generated/catalogue";
import { t } from "../i18n/strings";
import type { Ack, Boot, Live, SendOptions } from "../live/connection";
import { communityOf, isSteering } from "../store/community";
import { Drafts, Secrets } from "../store/device";
import type { State } from "../store/fold";
import { followed } from "../store/followed";
import type { BlockInfo, MeetingInfo, PhaseInfo, StepInfo } from "../store/phases";
import { Agenda } from "../store/phases";
import { UndoStack } from "../store/undo";
import { announce } from "../ui/announce";
import { openDialogs } from "../ui/dialog";
import type { Action } from "../ui/menu";
import { Selection } from "./selection";
import { TypingIndicator } from "./typingIndicator";

type Tool = StepInfo["tool"];

export interface RoomBoot extends Boot {
  phases: PhaseInfo[];
  meetings: MeetingInfo[];
  blocks: BlockInfo[];
  /** The address asks for a step with this tool, wherever the group is. */
  look?: Tool | null;
}

/** A dialog over a card. The card is as it was last seen when it is there no more. */
export type CardDialog = ComponentType<{ card: Card; onClose: () => void }>;
/** Opens a dialog over a card. */
export type OpenDialog = (dialog: CardDialog) => void;

/** A dialog over the page. */
export type PageDialog = ComponentType<{ onClose: () => void }>;

/** A dialog about several cards at once. */
export interface ManyDialog {
  cards: readonly Card[];
  onClose: () => void;
}

export type OpenManyDialog = (dialog: ComponentType<ManyDialog>) => void;

/** The real next act of a step, in words: what the core team does now. */
export interface NextAct {
  id: string;
  label: string;
  icon: string;
  run: () => Promise<unknown>;
}

/** A way to move the group: back, or on. */
export interface Move {
  /** Of the step or item that it goes to. */
  id: string;
  name: string;
  run: () => Promise<unknown>;
}

export interface Moves {
  back: Move | null;
  on: Move | null;
  /** How long what is on now is planned to take. */
  minutes: number;
  /** What the group is at between two steps, such as a break; null at a step. */
  between: string | null;
}

/** Something that a step asks of the group, and whether it is done. */
export interface Task {
  label: string;
  done: boolean;
}

/** On a phone: the one thing that is asked, or what others wrote. */
export type View = "write" | "look";

/** What a feature adds to the room. */
export interface Feature {
  /** Per tool of a step, the screen that the step has. */
  readonly screens?: Readonly<Partial<Record<Tool, ComponentType<{ step: StepInfo }>>>>;
  /** Per tool of a step, what stands beside its question on a screen with room: counts, and what goes for the whole step. */
  readonly status?: Readonly<Partial<Record<Tool, ComponentType<{ step: StepInfo }>>>>;
  /** Tools whose screen has a head of its own and takes the whole width. */
  readonly wide?: readonly Tool[];
  /** What a person can do with a card, in the menu of that card. */
  readonly cardActions?: (room: Room, card: Card, open: OpenDialog) => Action[];
  /** What is not ready yet, shown before the group agrees on a version. */
  readonly unready?: ComponentType<{ state: State }>;
  /** What this person may do with all of these cards at once; a danger comes last. */
  readonly selectionActions?: (room: Room, cards: readonly Card[], open: OpenManyDialog) => Action[];
  /** What the core team does next in a step (null: between two steps), when that is not going on to another. */
  readonly nextAct?: (room: Room, step: StepInfo | null) => NextAct | null;
  /** Where the group came from and goes to, when this feature knows the way. */
  readonly moves?: (room: Room) => Moves | null;
  /** What is done in a step, and what is missing. */
  readonly tasks?: (room: Room, step: StepInfo) => Task[];
  /** Called once when the page begins, to follow what happens. */
  readonly start?: (room: Room) => void;
}

type FieldsOf<K extends keyof Commands> = Omit<Commands[K], "command" | "as_member" | "type">;

const MOVE_DELAY_MS = 1000;

export class Room {
  readonly agenda: Agenda;
  /** What is known of the community; each collection is followed by itself. */
  readonly state: State;
  readonly drafts: Drafts;
  readonly secrets: Secrets;
  readonly undo = new UndoStack();
  readonly typing: TypingIndicator;
  /** The cards that are chosen in this step. */
  readonly selection = new Selection();
  /** The step on this screen. */
  readonly shown: Signal<string>;
  /** Somebody without a phone for whom I type now. */
  readonly asMember = signal<string | null>(null);
  /** The card from which I write a new one. */
  readonly origin = signal<Card | null>(null);
  /** The dialog that is open over a card. */
  readonly opened = signal<{ Part: CardDialog; card: Card } | null>(null);
  /** The column on a narrow screen. */
  readonly column = signal<string | null>(null);
  /** On a phone: writing, or looking at what others wrote. A new step begins with writing. */
  readonly view = signal<View>("write");
  /** The dialog that is open over the page, if one is that belongs to no card. */
  readonly dialog = signal<PageDialog | null>(null);
  /** The part of the drawer that is open, if one is. */
  readonly drawer = signal<string | null>(null);
  readonly groupStep: ReadonlySignal<StepInfo>;
  readonly away: ReadonlySignal<boolean>;
  readonly steering: ReadonlySignal<boolean>;
  readonly acting: ReadonlySignal<Member | undefined>;
  private readonly holds: (() => boolean)[] = [];
  private started: string | null = null;
  /** Goes along with the group, until this person looks elsewhere. */
  private following = true;
  private moving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly boot: RoomBoot,
    readonly live: Live,
    readonly features: readonly Feature[],
  ) {
    this.agenda = new Agenda(boot.phases);
    this.state = followed(live.state);
    this.drafts = new Drafts(boot.community.id, boot.me.member);
    this.secrets = new Secrets(boot.community.id);
    this.typing = new TypingIndicator(live);
    this.groupStep = computed(() => this.agenda.step(communityOf(this.state)?.step ?? null) ?? this.agenda.first());
    this.shown = signal(this.groupStep.value.id);
    this.away = computed(() => this.shown.value !== this.groupStep.value.id);
    this.steering = computed(() => isSteering(this.state, this.me));
    this.acting = computed(() => this.state.collections.members[this.asMember.value ?? this.me]);
    this.follow();
    for (const feature of features) feature.start?.(this);
  }

  get me(): string {
    return this.boot.me.member;
  }

  get step(): StepInfo {
    return this.agenda.step(this.shown.value) ?? this.agenda.first();
  }

  /** Sends a command, in the name of the person I type for where that makes sense. */
  send<K extends keyof Commands>(type: K, fields: FieldsOf<K>, options: SendOptions = {}): Promise<Ack> {
    const as = options.as_member === undefined && COMMAND_TRAITS[type].on_behalf ? this.asMember.value : options.as_member;
    return this.live.send(type, fields, { ...options, as_member: as ?? null });
  }

  /** Opens a dialog over a card, instead of one that is open. */
  open(Part: CardDialog, card: Card): void {
    this.opened.value = { Part, card };
  }

  /** Brings everyone to a step. Whoever asked for it goes at once. */
  async start(step: StepInfo): Promise<void> {
    this.started = step.id;
    await this.send("step.start", { step: step.id }).catch(() => undefined);
    this.started = null;
    if (this.groupStep.value.id === step.id) this.look(step.id);
  }

  /** Opens a dialog over the page, instead of one that is open. */
  show(Part: PageDialog): void {
    this.dialog.value = Part;
  }

  /** What comes next in a step, or between two: the first act that a feature has, otherwise null. */
  nextAct(step: StepInfo | null): NextAct | null {
    for (const feature of this.features) {
      const act = feature.nextAct?.(this, step);
      if (act) return act;
    }
    return null;
  }

  /** Where the group came from and goes to: by the first feature that knows the way. */
  moves(): Moves {
    for (const feature of this.features) {
      const moves = feature.moves?.(this);
      if (moves) return moves;
    }
    return { back: null, on: null, minutes: 0, between: null };
  }

  /** What is done in a step, and what is missing. */
  tasks(step: StepInfo): Task[] {
    return this.features.flatMap((feature) => feature.tasks?.(this, step) ?? []);
  }

  /** What is not ready yet, shown before the group agrees on a version. */
  readonly unready?: ComponentType<{ state: State }>;
  /** What this person may do with all of these cards; a danger stands last. */
  selectionActions(cards: readonly Card[], open: OpenManyDialog): Action[] {
    const all = this.features.flatMap((feature) => feature.selectionActions?.(this, cards, open) ?? []);
    return [...all.filter((action) => !action.danger), ...all.filter((action) => action.danger)];
  }

  /** Looks at a step without moving anybody else. */
  look(step: string): void {
    this.following = step === this.groupStep.peek().id;
    if (this.shown.peek() === step) return;
    this.shown.value = step;
    this.view.value = "write";
    this.column.value = null;
    this.origin.value = null;
    this.selection.clear();
  }

  /** The screen for a step's tool. */
  screenOf(tool: Tool): ComponentType<{ step: StepInfo }> | undefined {
    return this.features.find((feature) => feature.screens?.[tool])?.screens?.[tool];
  }

  /** What stands beside the question of a step with this tool. */
  statusOf(tool: Tool): ComponentType<{ step: StepInfo }> | undefined {
    return this.features.find((feature) => feature.status?.[tool])?.status?.[tool];
  }

  /** Whether the screen of this tool has a head of its own and takes the whole width. */
  isWide(tool: Tool): boolean {
    return this.features.some((feature) => feature.wide?.includes(tool));
  }

  /** The step with this tool: the group's own, or the first of the process; undefined when there is none. */
  stepWith(tool: Tool): StepInfo | undefined {
    const group = this.groupStep.peek();
    return group.tool === tool ? group : this.agenda.steps.find((step) => step.tool === tool);
  }

  /** Everyone may look at the text at any time; at other steps when the group has been there. */
  mayLook(step: StepInfo): boolean {
    if (step.tool === "vision") return true;
    const visited = communityOf(this.state)?.visited ?? [];
    return this.steering.value || visited.includes(step.id) || step.id === this.groupStep.value.id;
  }

  /** Whether this person has unsent text, or is in the middle of something. */
  busy(): boolean {
    return openDialogs.value > 0 || this.drafts.anyIn(this.shown.value) || this.holds.some((busy) => busy());
  }

  /** Nobody is moved to another step while `busy` says so. */
  holdWhile(busy: () => boolean): void {
    this.holds.push(busy);
  }

  role(member: string | null): string | undefined {
    return member ? this.state.collections.members[member]?.role : undefined;
  }

  private follow(): void {
    let before = "";
    effect(() => {
      const next = this.groupStep.value.id;
      const loaded = communityOf(this.state) !== undefined;
      if (!loaded || next === before) return;
      const first = before === "";
      before = next;
      untracked(() => {
        if (first) this.look((this.boot.look && this.stepWith(this.boot.look)?.id) || next);
        else if (this.following || this.started === next) this.invite(next);
      });
    });
  }

  /** Announces, waits a moment, and moves only who has nothing unsent. */
  private invite(next: string): void {
    const name = this.agenda.step(next)?.name ?? "";
    if (this.started === next) {
      this.look(next);
      announce(t("Everyone goes to: {step}", { step: name }));
      return;
    }
    announce(
      this.busy()
        ? t("The group goes on to: {step}. Your text stays here.", { step: name })
        : t("The group goes on to: {step}", { step: name }),
    );
    clearTimeout(this.moving);
    this.moving = setTimeout(() => {
      if (this.following && !this.busy()) this.look(this.groupStep.peek().id);
    }, MOVE_DELAY_MS);
  }
}

export const RoomContext = createContext<Room | null>(null);

/** The page's room, inside any component. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("outside the room");
  return room;
}
