/** Copying and cutting inside the texts: the cards behind words go with them. */
import type { Mark, Node } from "prosemirror-model";
import { DOMSerializer, Fragment, DOMParser as SchemaParser, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { newId } from "../../../core/live/ids";
import { markType, PASSAGE, schema } from "../schema";
import { idsOf, idsOfMarks, passageMark } from "../sourceIds";

/** What is known of the cards behind words, and how one more is put there. */
export interface SourceKeeper {
  cardsBehind: (section: string, paragraph: string) => readonly string[];
  add: (section: string, paragraph: string, card: string) => void;
}

const SECTION = "data-section";
/** Ids on the clipboard say their section as well: "section/one". */
const BETWEEN = "/";

/** Whether these texts filled the clipboard. */
export function isOwn(html: string): boolean {
  return html.includes("data-pm-slice=") && html.includes(`${SECTION}=`);
}

/** Writes the texts as they are, with their section. */
export class OwnSerializer extends DOMSerializer {
  constructor(private readonly section: string) {
    const { nodes, marks } = DOMSerializer.fromSchema(schema);
    super(nodes, marks);
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const made = super.serializeFragment(fragment, options, target);
    // It calls itself for what is inside, with a target.
    if (!target) for (const child of made.childNodes) if (child instanceof Element) child.setAttribute(SECTION, this.section);
    return made;
  }
}

/** Reads ids with their section: they are only there when these texts filled the clipboard. */
export class OwnParser extends SchemaParser {
  constructor() {
    const getAttrs = (words: HTMLElement) => {
      const id = words.getAttribute(PASSAGE);
      const section = words.closest(`[${SECTION}]`)?.getAttribute(SECTION);
      return id && section ? { id: `${section}${BETWEEN}${id}` } : false;
    };
    const others = SchemaParser.fromSchema(schema).rules.filter((rule) => rule.mark !== "passage");
    super(schema, [{ tag: `span[${PASSAGE}]`, mark: "passage", getAttrs }, ...others]);
  }
}

/** What is copied, without the ids of words of which less than half is copied. */
export function withWholePassages(slice: Slice, doc: Node): Slice {
  const [copied, all] = [lengths(slice.content), lengths(doc.content)];
  const content = mapIds(slice.content, (id) => ((copied.get(id) ?? 0) * 2 >= (all.get(id) ?? 0) ? id : null));
  return new Slice(content, slice.openStart, slice.openEnd);
}

/** How many letters have each id. */
function lengths(content: Fragment): Map<string, number> {
  const found = new Map<string, number>();
  content.descendants((node) => {
    for (const id of idsOfMarks(node.marks)) found.set(id, (found.get(id) ?? 0) + node.nodeSize);
  });
  return found;
}

/** The same content with other ids; null is none. */
function mapIds(content: Fragment, idFor: (id: string) => string | null): Fragment {
  const found: Node[] = [];
  content.forEach((node) => {
    found.push(node.isText ? node.mark(marksFor(node.marks, idFor)) : node.copy(mapIds(node.content, idFor)));
  });
  return Fragment.from(found);
}

function marksFor(marks: readonly Mark[], idFor: (id: string) => string | null): readonly Mark[] {
  if (!idsOfMarks(marks).length) return marks;
  const others = marks.filter((mark) => mark.type !== markType("passage"));
  const ids = new Set(idsOfMarks(marks).flatMap((id) => idFor(id) ?? []));
  return [...ids].reduce<readonly Mark[]>((all, id) => passageMark(id).addToSet(all), others);
}

/** Brings the cards along with the words that come into one text. */
export class SourceCarrier {
  constructor(
    private readonly section: string,
    private readonly keeper: SourceKeeper,
  ) {}

  /** Gives words the ids that they have in this text: their own in the same text, else new ones. */
  arriving(slice: Slice, view: EditorView): Slice {
    /** Cards that come from another text, by the new id of their words; and the new ids, by what they were. */
    const coming = new Map<string, readonly string[]>();
    const renamed = new Map<string, string | null>();
    const content = mapIds(slice.content, (given) => {
      const [from = "", old] = given.split(BETWEEN);
      // Dragged within this text: it was never on the clipboard.
      if (old === undefined) return given;
      if (!renamed.has(given)) renamed.set(given, this.idHere(from, old, coming));
      return renamed.get(given) ?? null;
    });
    // By then it is pasted or dropped.
    if (coming.size) queueMicrotask(() => this.arrived(view.state.doc, coming));
    return new Slice(content, slice.openStart, slice.openEnd);
  }

  private idHere(from: string, old: string, coming: Map<string, readonly string[]>): string | null {
    const cards = this.keeper.cardsBehind(from, old);
    if (!cards.length) return null;
    if (from === this.section) return old;
    const id = newId();
    coming.set(id, cards);
    return id;
  }

  /** Puts the cards behind what has come into the text. */
  private arrived(doc: Node, coming: ReadonlyMap<string, readonly string[]>): void {
    const now = new Set<string>();
    doc.descendants((node) => {
      for (const id of idsOf(node)) now.add(id);
    });
    for (const [id, cards] of coming) {
      if (now.has(id)) for (const card of cards) this.keeper.add(this.section, id, card);
    }
  }
}
