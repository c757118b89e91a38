/** Plain words on the page of the vision: what is hard to read in every open part, and where. */
import { computed, effect, signal } from "@preact/signals";
import type { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import type { Live } from "../../core/live/connection";
import type { Check, Mark, Sentence } from "../wordings";
import { Checker, plainWords } from "../wordings";
import type { SectionText } from "./sectionText";
import type { Texts } from "./texts";
import { followEach } from "./texts";

/** A mark or a sentence, in its block of text of a section. */
export interface Place<T> {
  section: string;
  block: string;
  what: T;
}

/** The mark whose card is open. */
export interface Shown {
  view: EditorView;
  from: number;
  mark: Mark;
  /** Opened by keyboard or from the list: the focus goes in. */
  focus: boolean;
}

const BLOCKS = new Set(["paragraph", "heading"]);

/** All blocks of text of a section, in order. */
export function blockElements(fragment: Y.XmlFragment): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  const walk = (parent: Y.XmlFragment | Y.XmlElement) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (BLOCKS.has(child.nodeName)) found.push(child);
      else walk(child);
    }
  };
  walk(fragment);
  return found;
}

/** The texts of all blocks of a section. */
export function blocksIn(fragment: Y.XmlFragment): string[] {
  return blockElements(fragment).map(textOf);
}

/** The text of a block; a line break counts as one sign, as it does in the editor. */
export function textOf(block: Y.XmlElement): string {
  let text = "";
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const piece of child.toDelta() as { insert: unknown }[]) text += typeof piece.insert === "string" ? piece.insert : "";
    } else {
      text += "\n";
    }
  }
  return text;
}

export class PlainWords {
  readonly checker: Checker;
  readonly shown = signal<Shown | null>(null);
  /** How many parts of the page look at marks now: the texts in which one writes, the list. */
  private readonly lookers = signal(0);
  readonly looking = computed(() => plainWords.value && this.lookers.value > 0);
  /** Section -> the texts of its blocks. */
  private readonly blocks = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  private readonly watched = new Map<SectionText, () => void>();
  private readonly views = new Map<string, EditorView>();

  constructor(
    readonly live: Live,
    private readonly texts: Texts,
    readonly language: string,
  ) {
    this.checker = new Checker(live, language);
    effect(() => followEach(this.watched, this.looking.value ? texts.used.value : [], (text) => this.watch(text)));
  }

  /** Looks at marks until what comes back is called. */
  look(): () => void {
    this.lookers.value = this.lookers.peek() + 1;
    return () => {
      this.lookers.value = this.lookers.peek() - 1;
    };
  }

  /** Opens every part of the text, for whoever looks at the whole. */
  lookAtAll(sections: readonly string[]): () => void {
    const undo = [this.look(), ...sections.map((section) => this.texts.use(section))];
    return () => {
      for (const one of undo) one();
    };
  }

  /** The editor of a section. */
  editor(section: string, view: EditorView | null): void {
    if (view) this.views.set(section, view);
    else this.views.delete(section);
  }

  view(section: string): EditorView | undefined {
    return this.views.get(section);
  }

  marks(section: string): Place<Mark>[] {
    return this.all(section, (check) => check.marks);
  }

  sentences(section: string): Place<Sentence>[] {
    return this.all(section, (check) => check.sentences);
  }

  private all<T>(section: string, of: (check: Check) => readonly T[]): Place<T>[] {
    if (!this.looking.value) return [];
    void this.checker.revision.value;
    const blocks = this.blocks.value.get(section) ?? [];
    return blocks.flatMap((block) => {
      const check = this.checker.look(block);
      return check ? of(check).map((what) => ({ section, block, what })) : [];
    });
  }

  private watch(text: SectionText): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      const found = blocksIn(text.fragment);
      this.blocks.value = new Map(this.blocks.peek()).set(text.section, found);
      this.checker.put(text.section, found);
    };
    // Not at every key: only so often as there is something to see of it.
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(read, 100);
    };
    text.fragment.observeDeep(changed);
    changed();
    return () => {
      clearTimeout(timer);
      text.fragment.unobserveDeep(changed);
      this.checker.drop(text.section);
      const rest = new Map(this.blocks.peek());
      rest.delete(text.section);
      this.blocks.value = rest;
    };
  }
}
