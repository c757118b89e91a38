/** What the parts of the page share: the connection, the texts, and where the person is writing. */

import type { Signal } from "@preact/signals";
import { computed, signal } from "@preact/signals";
import type { EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { t } from "../../core/i18n/strings";
import type { Live } from "../../core/live/connection";
import { newId } from "../../core/live/ids";
import type { Room, RoomBoot } from "../../core/room/room";
import { isSteering } from "../../core/store/community";
import type { State } from "../../core/store/fold";
import { byRank } from "../../core/store/order";
import type { Agenda } from "../../core/store/phases";
import { mayWrite } from "../../core/store/writers";
import { announce } from "../../core/ui/announce";
import { toast } from "../../core/ui/toasts";
import type { Section } from "../../generated/catalogue";
import { nameOf } from "../members";
import { LastAct } from "./lastAct";
import { identify, insertSentence, paragraphAt } from "./paragraphs";
import type { SourceKeeper } from "./pasting/ownClipboard";
import { PlainWords } from "./plain";
import type { Saved } from "./savedLine";
import { followSaved } from "./savedLine";
import type { Settled } from "./settled";
import { idsOf } from "./sourceIds";
import { Texts } from "./texts";

/** Whoever typed so lately is still writing: the group does not take that person along. */
const STILL_WRITING_MS = 20_000;

export type Mode = "read" | "write";

export interface Writing {
  section: string;
  view: EditorView;
}

/** Where the cursor was when its text left the screen. */
export interface LeftAt {
  section: string;
  /** A place in the shared text, as y-prosemirror makes it. */
  place: unknown;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

export class VisionPage {
  readonly live: Live;
  readonly boot: RoomBoot;
  readonly agenda: Agenda;
  /** What is known of the community; each collection is followed by itself. */
  readonly state: State;
  readonly texts: Texts;
  readonly saved: Signal<Saved>;
  readonly plain: PlainWords;
  /** What draws and opens the settled words; null while there are none. */
  readonly words = signal<Settled | null>(null);
  /** What this person replaced everywhere last. */
  readonly replaced = new LastAct();
  /** The text that was written in last; the toolbar and the cards work on it. */
  readonly writing = signal<Writing | null>(null);
  /** The state of that text, for the toolbar. */
  readonly editor = signal<EditorState | null>(null);
  /** Reading, or writing. On a phone one begins with reading. */
  readonly mode = signal<Mode>("read");
  /** Whether the cards stand beside the text, where there is room. */
  readonly cardsBeside = signal(true);
  /** The words with which the cards are searched. */
  readonly wanted = signal("");
  /** Where the cursor comes back. */
  left: LeftAt | null = null;
  private typedAt = -Infinity;
  /** The section that is looked at. */
  readonly current = signal<string>("");
  /**
   * While the page comes, a part is shown when those before it have their text or are off the screen:
   * so nothing that is read is pushed away. The parts that are so far; null when that is over.
   */
  readonly arrived = signal<ReadonlySet<string> | null>(new Set());
  /** Which paragraph's cards are shown: section and paragraph id. */
  readonly shownSources = signal<{ section: string; paragraph: string | null } | null>(null);
  readonly sections = computed(() =>
    Object.values(this.state.collections.sections)
      .filter((one) => !one.removed)
      .sort(byRank),
  );
  readonly aside = computed(() =>
    Object.values(this.state.collections.sections)
      .filter((one) => one.removed)
      .sort(byRank),
  );
  /** Per section, how many cards are behind each paragraph. */
  readonly counts = computed(() => {
    const { sources, cards } = this.state.collections;
    const counts = new Map<string, Map<string, number>>();
    for (const source of Object.values(sources)) {
      if (!cards[source.card]) continue;
      const section = counts.get(source.section) ?? new Map<string, number>();
      section.set(source.paragraph, (section.get(source.paragraph) ?? 0) + 1);
      counts.set(source.section, section);
    }
    return counts;
  });

  /**
   * @param room - whose connection, state and agenda this page uses
   * @param brought - the card that somebody came here with from a board, until it has a place in the text
   */
  constructor(
    room: Room,
    readonly brought: Signal<string | null>,
  ) {
    this.live = room.live;
    this.boot = room.boot;
    this.agenda = room.agenda;
    this.state = room.state;
    this.texts = new Texts(this.live, this.boot.community.id, this.boot.me.member, storage());
    this.plain = new PlainWords(this.live, this.texts, this.boot.community.language);
    this.saved = followSaved(this.live.status, this.texts.unsaved);
  }

  /** Whether this person has the cursor in the text, and something of it is unsent or just typed. */
  busy(): boolean {
    if (!this.writing.peek()?.view.hasFocus()) return false;
    return this.texts.unsaved.peek() || performance.now() - this.typedAt < STILL_WRITING_MS;
  }

  /** This person changed a text. */
  typed(): void {
    this.typedAt = performance.now();
    this.replaced.typed();
  }

  readonly nameOf = (member: string): string => nameOf(this.live.state.peek(), member) || t("Somebody");

  /** Whether this person writes in a section; who does not reads it, and proposes. */
  mayWrite(section: string): boolean {
    return mayWrite(this.state, section, this.boot.me.member);
  }

  /** Whether this person is of the core team. */
  get steering(): boolean {
    return isSteering(this.state, this.boot.me.member);
  }

  section(id: string): Section | undefined {
    return this.state.collections.sections[id];
  }

  /** A part has its place on the page. */
  settledIn(section: string): void {
    const before = this.arrived.peek();
    if (before && !before.has(section)) this.arrived.value = new Set(before).add(section);
  }

  started(writing: Writing): void {
    this.writing.value = writing;
    this.editor.value = writing.view.state;
    this.current.value = writing.section;
  }

  stopped(view: EditorView): void {
    if (this.writing.peek()?.view !== view) return;
    this.writing.value = null;
    this.editor.value = null;
  }

  changed(view: EditorView): void {
    if (this.writing.peek()?.view === view) this.editor.value = view.state;
  }

  /** A card that was brought has its place, or stays where it was: a reload does not bring it again. */
  settled(card: string): void {
    if (this.brought.peek() !== card) return;
    this.brought.value = null;
    const address = new URL(location.href);
    address.searchParams.delete("card");
    history.replaceState(history.state, "", address);
  }

  /** Whether the paragraph with the cursor in it fills the screen of the group. */
  isOnScreen(): boolean {
    const state = this.editor.value;
    const shown = this.state.collections.spotlight["screen"];
    const node = state && shown?.paragraph ? paragraphAt(state)?.node : null;
    return Boolean(node && shown && idsOf(node).includes(shown.paragraph));
  }

  /** Shows the paragraph with the cursor in it on the screen of the group, or takes it off. */
  pointAt(): void {
    const writing = this.writing.peek();
    const off = this.isOnScreen();
    const paragraph = writing && !off ? identify(writing.view) : null;
    if (!off && (!writing || !paragraph)) {
      toast(t("First put your cursor in a sentence of the text."));
      return;
    }
    const place = off ? {} : { section: writing?.section ?? null, paragraph: paragraph ?? "" };
    const done = this.live.send("screen.point", place);
    void done.then(() => announce(off ? t("It is off the screen.") : t("It is on the screen now."))).catch(() => undefined);
  }

  /** Puts a card behind the paragraph with the cursor in it. */
  putBehind(card: string): void {
    const writing = this.writing.peek();
    const paragraph = writing ? identify(writing.view) : null;
    if (!writing || !paragraph) {
      toast(t("First put your cursor in a sentence of the text."));
      return;
    }
    this.settled(card);
    const done = this.live.send("source.add", { source: newId(), section: writing.section, paragraph, card });
    void done.then(() => announce(t("The card is behind the paragraph now."))).catch(() => undefined);
  }

  /** What copying and pasting has to know of the cards behind paragraphs. */
  readonly sourceKeeper: SourceKeeper = {
    cardsBehind: (section, paragraph) => {
      const { sources, cards } = this.state.collections;
      const here = Object.values(sources).filter((one) => one.section === section && one.paragraph === paragraph);
      return here.map((one) => one.card).filter((card) => cards[card]);
    },
    add: (section, paragraph, card) => {
      const done = this.live.send("source.add", { source: newId(), section, paragraph, card }, { quiet: true });
      void done.catch(() => undefined);
    },
  };

  /** Puts the card's sentence in the text, with the card behind it; says whether there was a place for it. */
  putIn(card: string, at: Writing | null = this.writing.peek()): boolean {
    const found = this.live.state.peek().collections.cards[card];
    if (!found) return false;
    if (!at) {
      toast(t("First put your cursor in a sentence of the text."));
      return false;
    }
    const foreign = found.lang !== this.boot.community.language && found.translation;
    const text = foreign ? found.translation : found.text;
    this.settled(card);
    const paragraph = insertSentence(at.view, text.replace(/\s+/g, " ").trim());
    const done = this.live.send("source.add", { source: newId(), section: at.section, paragraph, card });
    void done.then(() => announce(t("The sentence is in the text now."))).catch(() => undefined);
    return true;
  }

  /** Begins an empty section with the card's sentence; whoever did that writes on after it. */
  beginWith(card: string, section: string): void {
    const view = this.plain.view(section);
    if (!view || !this.putIn(card, { section, view })) return;
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    view.focus();
  }
}
