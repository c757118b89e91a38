/** Copying and cutting inside the texts: the cards behind a paragraph go with its words. */
import type { Node } from "prosemirror-model";
import { DOMSerializer, Fragment, DOMParser as SchemaParser, Slice } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { newId } from "../../../core/live/ids";
import { idsIn, wordsOf } from "../paragraphs";
import { nodeType, schema } from "../schema";

/** What is known of the cards behind paragraphs, and how one more is put there. */
export interface SourceKeeper {
  cardsBehind: (section: string, paragraph: string) => readonly string[];
  add: (section: string, paragraph: string, card: string) => void;
}

const PARAGRAPH = "data-paragraph";
const SECTION = "data-section";
/** An id on the clipboard says its section as well: "section/paragraph". */
const BETWEEN = "/";

/** Whether these texts filled the clipboard. */
export function isOwn(html: string): boolean {
  return html.includes("data-pm-slice=") && html.includes(`${SECTION}=`);
}

/** Writes the texts as they are, with their section, and each paragraph with its id. */
export class OwnSerializer extends DOMSerializer {
  constructor(private readonly section: string) {
    const plain = DOMSerializer.fromSchema(schema);
    const paragraph = (node: Node) => {
      const id: unknown = node.attrs["id"];
      return ["p", typeof id === "string" && id ? { [PARAGRAPH]: id } : {}, 0] as const;
    };
    super({ ...plain.nodes, paragraph }, plain.marks);
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const made = super.serializeFragment(fragment, options, target);
    // It calls itself for what is inside, with a target.
    if (!target) for (const child of made.childNodes) if (child instanceof Element) child.setAttribute(SECTION, this.section);
    return made;
  }
}

/** Reads ids as well: they are only there when these texts filled the clipboard. */
export class OwnParser extends SchemaParser {
  constructor() {
    const getAttrs = (paragraph: HTMLElement) => {
      const id = paragraph.getAttribute(PARAGRAPH);
      const section = paragraph.closest(`[${SECTION}]`)?.getAttribute(SECTION);
      return { id: id && section ? `${section}${BETWEEN}${id}` : null };
    };
    super(schema, [{ tag: `p[${PARAGRAPH}]`, node: "paragraph", getAttrs }, ...SchemaParser.fromSchema(schema).rules]);
  }
}

/** What is copied, without the ids of paragraphs of which less than half is copied. */
export function withWholeParagraphs(slice: Slice, doc: Node): Slice {
  const content = mapParagraphs(slice.content, (node) => {
    const id = idOf(node);
    const whole = id ? (wordsOf(doc, id) ?? "") : "";
    return id && node.textContent.trim() && node.textContent.length * 2 >= whole.length ? id : null;
  });
  return new Slice(content, slice.openStart, slice.openEnd);
}

function idOf(node: Node): string | null {
  const id: unknown = node.attrs["id"];
  return typeof id === "string" && id ? id : null;
}

function mapParagraphs(content: Fragment, id: (node: Node) => string | null): Fragment {
  const found: Node[] = [];
  content.forEach((node) => {
    if (node.type === nodeType("paragraph")) found.push(node.type.create({ ...node.attrs, id: id(node) }, node.content, node.marks));
    else found.push(node.isTextblock || node.isLeaf ? node : node.copy(mapParagraphs(node.content, id)));
  });
  return Fragment.from(found);
}

interface Coming {
  cards: readonly string[];
  /** The cards are known to be behind this id: it was cut here. */
  known: boolean;
}

/** Brings the cards along with the paragraphs that come into one text. */
export class SourceCarrier {
  /** Ids in what is about to be put in the text. */
  private coming = new Map<string, Coming>();

  constructor(
    private readonly section: string,
    private readonly keeper: SourceKeeper,
  ) {}

  /** Gives the paragraphs the ids that they have in this text: the old one after cutting, else a new one. */
  arriving(slice: Slice, view: EditorView): Slice {
    const { doc } = view.state;
    this.coming = new Map();
    const here = idsIn(doc);
    const content = mapParagraphs(slice.content, (node) => {
      const [from = "", old = ""] = idOf(node)?.split(BETWEEN) ?? [];
      const cards = old ? this.keeper.cardsBehind(from, old) : [];
      if (!cards.length) return null;
      const known = from === this.section && !this.coming.has(old) && (!here.has(old) || !wordsOf(doc, old)?.trim());
      const id = known ? old : newId();
      this.coming.set(id, { cards, known });
      return id;
    });
    // By then it is pasted or dropped.
    if (this.coming.size) queueMicrotask(() => this.arrived(view.state.doc));
    return new Slice(content, slice.openStart, slice.openEnd);
  }

  /** Pastes paragraphs with cards behind them; says whether there were any. */
  paste(view: EditorView, slice: Slice): boolean {
    if (!this.coming.size) return false;
    const { tr } = view.state;
    forgetEmptied(tr, this.coming);
    const { $from, empty } = tr.selection;
    const first = slice.content.firstChild;
    const opened = slice.openStart === 1 && first?.type === nodeType("paragraph") && $from.parent.type === nodeType("paragraph");
    if (opened && empty && !$from.parent.textContent.trim()) {
      // The paragraph comes as it is, not only its words.
      tr.replaceSelection(new Slice(slice.content, 0, slice.content.childCount === 1 ? 0 : slice.openEnd));
    } else {
      const { from } = tr.selection;
      tr.replaceSelection(slice);
      if (opened) this.joined(tr, from, idOf(first));
    }
    view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
    return true;
  }

  /** The words of a paragraph were put in another one: its cards are behind that one now. */
  private joined(tr: Transaction, at: number, id: string | null): void {
    const cards = (id && this.coming.get(id)?.cards) || [];
    const $at = tr.doc.resolve(at);
    if (!cards.length || $at.parent.type !== nodeType("paragraph") || idOf($at.parent) === id) return;
    const into = idOf($at.parent) ?? newId();
    if (!idOf($at.parent)) tr.setNodeMarkup($at.before(), null, { ...$at.parent.attrs, id: into });
    this.coming.set(into, { cards, known: false });
  }

  /** Puts the cards behind what has come into the text. */
  private arrived(doc: Node): void {
    const now = idsIn(doc);
    for (const [id, { cards, known }] of this.coming) {
      if (!known && now.has(id)) for (const card of cards) this.keeper.add(this.section, id, card);
    }
    this.coming = new Map();
  }
}

/** A paragraph whose words were cut and are pasted now gives its id to them. */
function forgetEmptied(tr: Transaction, ids: ReadonlyMap<string, unknown>): void {
  tr.doc.descendants((node, pos) => {
    const id = idOf(node);
    if (id && ids.has(id)) tr.setNodeMarkup(pos, null, { ...node.attrs, id: null });
    return !node.isTextblock;
  });
}
