/** The settled words of the word exchange in the text: where they stand, and how often. */
import type { ReadonlySignal } from "@preact/signals";
import { computed, effect, signal } from "@preact/signals";
import type * as Y from "yjs";
import { blockElements, textOf } from "./plain";
import type { SectionText } from "./sectionText";
import type { TermFinder } from "./termFinder";
import type { Texts } from "./texts";
import { followEach } from "./texts";

/** A place of a word. `start` and `end` are counted in the text of its block. */
export interface TermPlace {
  term: string;
  section: string;
  block: Y.XmlElement;
  text: string;
  start: number;
  end: number;
}

/** The word whose card is open, and what was pressed for it. */
export interface ShownTerm {
  term: string;
  section: string;
  element: HTMLElement;
  /** Opened by keyboard or to read: the focus goes in. Whoever writes goes on writing. */
  focus: boolean;
}

const READ_DELAY_MS = 150;

export class TextTerms {
  readonly shown = signal<ShownTerm | null>(null);
  private readonly places = signal<ReadonlyMap<string, readonly TermPlace[]>>(new Map());
  private readonly watched = new Map<SectionText, () => void>();
  private readonly lookers = signal(0);
  /** Word -> how often it stands in the text, while somebody looks. */
  readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { term } of [...this.places.value.values()].flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  });

  constructor(
    readonly finder: ReadonlySignal<TermFinder>,
    private readonly texts: Texts,
  ) {
    effect(() => followEach(this.watched, this.lookers.value > 0 ? [...texts.all.value.values()] : [], (text) => this.watch(text)));
  }

  /** Counts in these sections until what comes back is called. */
  look(sections: readonly string[]): () => void {
    this.lookers.value = this.lookers.peek() + 1;
    const undo = sections.map((section) => this.texts.use(section));
    return () => {
      this.lookers.value = this.lookers.peek() - 1;
      for (const one of undo) one();
    };
  }

  /** The places of a word in these sections, in order. */
  placesOf(term: string, sections: readonly string[]): TermPlace[] {
    return sections.flatMap((section) => (this.places.value.get(section) ?? []).filter((place) => place.term === term));
  }

  private watch(text: SectionText): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      this.places.value = new Map(this.places.peek()).set(text.section, this.read(text));
    };
    // Not at every key: only so often as there is something to see of it.
    const changed = () => {
      timer ??= setTimeout(read, READ_DELAY_MS);
    };
    text.fragment.observeDeep(changed);
    const stop = effect(() => {
      void this.finder.value;
      changed();
    });
    return () => {
      stop();
      clearTimeout(timer);
      text.fragment.unobserveDeep(changed);
      const rest = new Map(this.places.peek());
      rest.delete(text.section);
      this.places.value = rest;
    };
  }

  private read({ fragment, section }: SectionText): TermPlace[] {
    const finder = this.finder.peek();
    return blockElements(fragment).flatMap((block) => {
      const text = textOf(block);
      return finder.find(text).map(({ id, start, end }) => ({ term: id, section, block, text, start, end }));
    });
  }
}
