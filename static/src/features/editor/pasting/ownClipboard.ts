/** Copying and cutting inside the texts: the cards behind a paragraph go with its words. */
import type { Node } from "prosemirror-model";
import { DOMSerializer, Fragment, DOMParser as SchemaParser, Slice } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { newId } from "../../../core/live/ids";
import { nodeType, schema } from "../schema";
import { attributeOf, idsOf, paragraphs } from "../sourceIds";

/** What is known of the cards behind paragraphs, and how one more is put there. */
export interface SourceKeeper {
  cardsBehind: (section: string, paragraph: string) => readonly string[];
  add: (section: string, paragraph: string, card: string) => void;
}

const PARAGRAPH = "data-paragraph";
const SECTION = "data-section";
/** Ids on the clipboard say their section as well: "section/one other". */
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
  const lengths = new Map<string, number>();
  for (const { node } of paragraphs(doc)) {
    const id = idOf(node);
    if (id) lengths.set(id, Math.max(lengths.get(id) ?? 0, node.textContent.length));
  }
  const content = mapParagraphs(slice.content, (node) => {
    const id = idOf(node);
    return id && node.textContent.trim() && node.textContent.length * 2 >= (lengths.get(id) ?? 0) ? id : null;
  });
  return new Slice(content, slice.openStart, slice.openEnd);
}

/** All ids of a paragraph, as they stand on it. */
function idOf(node: Node): string | null {
  return attributeOf(idsOf(node));
}

function mapParagraphs(content: Fragment, id: (node: Node) => string | null): Fragment {
  const found: Node[] = [];
  content.forEach((node) => {
    if (node.type === nodeType("paragraph")) found.push(node.type.create({ ...node.attrs, id: id(node) }, node.content, node.marks));
    else found.push(node.isTextblock || node.isLeaf ? node : node.copy(mapParagraphs(node.content, id)));
  });
  return Fragment.from(found);
}

/** Brings the cards along with the paragraphs that come into one text. */
export class SourceCarrier {
  /** Cards that come from another text, by the new id of their paragraph. */
  private coming = new Map<string, readonly string[]>();
  private any = false;

  constructor(
    private readonly section: string,
    private readonly keeper: SourceKeeper,
  ) {}

  /** Gives the paragraphs the ids that they have in this text: their own in the same text, else new ones. */
  arriving(slice: Slice, view: EditorView): Slice {
    this.coming = new Map();
    this.any = false;
    const content = mapParagraphs(slice.content, (node) => {
      const given = node.attrs["id"] as string | null;
      const [from = "", old] = given?.split(BETWEEN) ?? [];
      if (old === undefined) {
        // Dragged within this text: it was never on the clipboard.
        this.any ||= given !== null;
        return given;
      }
      const ids = old.split(" ").flatMap((id) => this.idHere(from, id));
      this.any ||= ids.length > 0;
      return attributeOf(ids);
    });
    // By then it is pasted or dropped.
    if (this.coming.size) queueMicrotask(() => this.arrived(view.state.doc));
    return new Slice(content, slice.openStart, slice.openEnd);
  }

  private idHere(from: string, old: string): string[] {
    const cards = old ? this.keeper.cardsBehind(from, old) : [];
    if (!cards.length) return [];
    if (from === this.section) return [old];
    const id = newId();
    this.coming.set(id, cards);
    return [id];
  }

  /** Pastes paragraphs with cards behind them; says whether there were any. */
  paste(view: EditorView, slice: Slice): boolean {
    if (!this.any) return false;
    const tr = put(view.state.tr, slice);
    view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
    return true;
  }

  /** Drops paragraphs with cards behind them; says whether there were any. */
  drop(view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean {
    const at = this.any ? view.posAtCoords({ left: event.clientX, top: event.clientY }) : null;
    if (!at) return false;
    const { tr } = view.state;
    if (moved) tr.deleteSelection();
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(at.pos))));
    view.focus();
    view.dispatch(put(tr, slice).setMeta("uiEvent", "drop"));
    return true;
  }

  /** Puts the cards behind what has come into the text. */
  private arrived(doc: Node): void {
    const now = new Set(paragraphs(doc).flatMap(({ node }) => idsOf(node)));
    for (const [id, cards] of this.coming) {
      if (now.has(id)) for (const card of cards) this.keeper.add(this.section, id, card);
    }
    this.coming = new Map();
  }
}

/** Replaces the selection. In an empty paragraph the first one comes as it is, not only its words. */
function put(tr: Transaction, slice: Slice): Transaction {
  const { $from, from, empty } = tr.selection;
  const first = slice.content.firstChild;
  const opened = slice.openStart === 1 && first?.type === nodeType("paragraph") && $from.parent.type === nodeType("paragraph");
  if (opened && empty && !$from.parent.textContent.trim()) {
    return tr.replaceSelection(new Slice(slice.content, 0, slice.content.childCount === 1 ? 0 : slice.openEnd));
  }
  tr.replaceSelection(slice);
  if (opened) joined(tr, from, idsOf(first));
  return tr;
}

/** The words of a paragraph were put in another one: its cards are behind that one as well now. */
function joined(tr: Transaction, at: number, ids: readonly string[]): void {
  const $at = tr.doc.resolve(at);
  if (!ids.length || $at.parent.type !== nodeType("paragraph")) return;
  const id = attributeOf(new Set([...idsOf($at.parent), ...ids]));
  tr.setNodeMarkup($at.before(), null, { ...$at.parent.attrs, id });
}
