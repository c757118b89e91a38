/** What the parts of the page share: the connection, the texts, and where the person is writing. */

import type { Signal } from "@preact/signals";
import { computed, signal } from "@preact/signals";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { t } from "../../core/i18n/strings";
import type { Boot, Live } from "../../core/live/connection";
import { newId } from "../../core/live/ids";
import type { State } from "../../core/store/fold";
import { followed } from "../../core/store/followed";
import { byRank } from "../../core/store/order";
import type { PhaseInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { toast } from "../../core/ui/toasts";
import type { Section } from "../../generated/catalogue";
import { nameOf } from "../members";
import { identify, insertSentence } from "./paragraphs";
import { PlainWords } from "./plain";
import type { Saved } from "./savedLine";
import { followSaved } from "./savedLine";
import { Texts } from "./texts";

export interface VisionBoot extends Boot {
  phases: PhaseInfo[];
}

export interface Writing {
  section: string;
  view: EditorView;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

export class VisionPage {
  /** What is known of the community; each collection is followed by itself. */
  readonly state: State;
  readonly texts: Texts;
  readonly saved: Signal<Saved>;
  readonly plain: PlainWords;
  /** The text that was written in last; the toolbar and the cards work on it. */
  readonly writing = signal<Writing | null>(null);
  /** The state of that text, for the toolbar. */
  readonly editor = signal<EditorState | null>(null);
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

  /** The card that somebody came here with from a board, until it has a place in the text. */
  readonly brought: Signal<string | null>;

  constructor(
    readonly live: Live,
    readonly boot: VisionBoot,
  ) {
    this.state = followed(live.state);
    this.brought = signal(new URLSearchParams(location.search).get("card"));
    this.texts = new Texts(live, boot.community.id, boot.me.member, storage());
    this.plain = new PlainWords(live, this.texts, boot.community.language);
    this.saved = followSaved(live.status, this.texts.unsaved);
  }

  readonly nameOf = (member: string): string => nameOf(this.live.state.peek(), member) || t("Somebody");

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

  /** Puts the card's sentence in the text, with the card behind it. */
  putIn(card: string): void {
    const writing = this.writing.peek();
    const found = this.live.state.peek().collections.cards[card];
    if (!found) return;
    const foreign = found.lang !== this.boot.community.language && found.translation;
    const text = foreign ? found.translation : found.text;
    if (!writing) {
      toast(t("First put your cursor in a sentence of the text."));
      return;
    }
    this.settled(card);
    const paragraph = insertSentence(writing.view, text.replace(/\s+/g, " ").trim());
    const done = this.live.send("source.add", { source: newId(), section: writing.section, paragraph, card });
    void done.then(() => announce(t("The sentence is in the text now."))).catch(() => undefined);
  }
}
