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
import type { PhaseInfo, StepInfo } from "../store/phases";
import { Agenda } from "../store/phases";
import { UndoStack } from "../store/undo";
import { announce } from "../ui/announce";
import { openDialogs } from "../ui/dialog";
import type { Action } from "../ui/menu";
import { TypingIndicator } from "./typingIndicator";

export interface RoomBoot extends Boot {
  phases: PhaseInfo[];
}

type Tool = StepInfo["tool"];

/** A dialog over a card. The card is as it was last seen when it is there no more. */
export type CardDialog = ComponentType<{ card: Card; onClose: () => void }>;
/** Opens a dialog over a card. */
export type OpenDialog = (dialog: CardDialog) => void;

/** What a feature adds to the room. */
export interface Feature {
  /** Per tool of a step, the screen that the step has. */
  readonly screens?: Readonly<Partial<Record<Tool, ComponentType<{ step: StepInfo }>>>>;
  /** What a person can do with a card, in the menu of that card. */
  readonly cardActions?: (room: Room, card: Card, open: OpenDialog) => Action[];
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
  readonly groupStep: ReadonlySignal<StepInfo>;
  readonly away: ReadonlySignal<boolean>;
  readonly steering: ReadonlySignal<boolean>;
  readonly acting: ReadonlySignal<Member | undefined>;
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

  /** Looks at a step without moving anybody else. */
  look(step: string): void {
    this.following = step === this.groupStep.peek().id;
    if (this.shown.peek() === step) return;
    this.shown.value = step;
    this.column.value = null;
    this.origin.value = null;
  }

  /** The screen for a step's tool. */
  screenOf(tool: Tool): ComponentType<{ step: StepInfo }> | undefined {
    return this.features.find((feature) => feature.screens?.[tool])?.screens?.[tool];
  }

  mayLook(step: StepInfo): boolean {
    const visited = communityOf(this.state)?.visited ?? [];
    return this.steering.value || visited.includes(step.id) || step.id === this.groupStep.value.id;
  }

  /** Whether this person has unsent text, or is in the middle of something. */
  busy(): boolean {
    return openDialogs.value > 0 || this.drafts.anyIn(this.shown.value);
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
        if (first) this.look(next);
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
