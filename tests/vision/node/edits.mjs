/** What a writer does to a section's text: as the editor does it (ProseMirror), and straight in Yjs. */
import { readFileSync } from "node:fs";
import { Schema, Slice } from "prosemirror-model";
import { canJoin, canSplit, findWrapping, liftTarget, Transform } from "prosemirror-transform";
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";

const source = JSON.parse(readFileSync(new URL("../../../workshop/vision/schema.json", import.meta.url), "utf-8"));
const schema = new Schema({ nodes: source.nodes, marks: source.marks });
const { paragraph, heading, bullet_list, ordered_list, blockquote, hard_break } = schema.nodes;
const WORDS = ["buurt", "een zin ", "👍", "é", "لعب", " ", "x", "wij kennen elkaar goed", "한국", "👩‍👩‍👧"];

/** A place between two characters, unless this writer is careless and may cut one in two. */
function whole(random, text, at) {
  const cut = /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
  return cut && !random.careless ? at + 1 : at;
}

/** A random text position, or null in a text without any. */
function place(random, doc) {
  const places = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "", " ");
    places.push(pos + 1 + whole(random, text, random.below(node.content.size + 1)));
    return false;
  });
  return places.length ? random.of(places) : null;
}

/** From a text position to another one in the same block, or to its end. */
function near(random, doc, at, most) {
  const where = doc.resolve(at);
  const text = where.parent.textBetween(0, where.parent.content.size, "", " ");
  const end = Math.min(where.parentOffset + random.below(most), text.length);
  return where.start() + whole(random, text, end);
}

function deepest(node) {
  let most = 0;
  for (const child of node.content.content) if (!child.isText) most = Math.max(most, 1 + deepest(child));
  return most;
}

const passage = (random) => schema.marks.passage.create({ id: `p-${random.below(20)}` });

function blocks(random) {
  const one = () => {
    const text = random.chance(0.8) ? [schema.text(random.of(WORDS))] : [];
    if (random.chance(0.2)) return heading.create({ level: random.of([2, 3]) }, text);
    return paragraph.create(null, random.chance(0.3) ? text.map((words) => words.mark([passage(random)])) : text);
  };
  const item = () => schema.nodes.list_item.create(null, [one()]);
  return Array.from({ length: 1 + random.below(random.chance(0.02) ? 200 : 3) }, () => {
    if (random.chance(0.15)) return bullet_list.create(null, [item(), item()]);
    if (random.chance(0.1)) return ordered_list.create({ order: 1 + random.below(9) }, [item()]);
    return one();
  });
}

/** Edits of a ProseMirror document: each changes the transform, or does nothing where it cannot. */
const EDITOR = {
  type: (random, tr, at) => tr.insert(at, schema.text(random.of(WORDS))),
  type_more: (random, tr, at) => tr.insert(at, schema.text(random.of(WORDS))),
  erase: (random, tr, at) => tr.delete(at, near(random, tr.doc, at, 5)),
  erase_far: (random, tr, at) => tr.deleteRange(Math.min(at, place(random, tr.doc)), Math.max(at, place(random, tr.doc))),
  split: (random, tr, at) => canSplit(tr.doc, at) && tr.split(at),
  split_item: (random, tr, at) => canSplit(tr.doc, at, 2) && tr.split(at, 2),
  join: (_random, tr, at) => {
    const before = tr.doc.resolve(at).before(1);
    if (before > 0 && canJoin(tr.doc, before)) tr.join(before);
  },
  paste: (random, tr, at) => tr.insert(tr.doc.resolve(at).after(1), blocks(random)),
  break: (_random, tr, at) => tr.insert(at, hard_break.create()),
  heading: (random, tr, at) => tr.setBlockType(at, at, heading, { level: random.of([2, 3]) }),
  plain: (_random, tr, at) => tr.setBlockType(at, at, paragraph),
  identify: (random, tr, at) => {
    const where = tr.doc.resolve(at);
    tr.addMark(where.start(), where.end(), passage(random));
  },
  wrap: (random, tr, at) => {
    const range = tr.doc.resolve(at).blockRange();
    const type = random.of([bullet_list, ordered_list, blockquote]);
    const found = range && findWrapping(range, type, type === ordered_list ? { order: 1 + random.below(5) } : null);
    if (found) tr.wrap(range, found);
  },
  lift: (_random, tr, at) => {
    const range = tr.doc.resolve(at).blockRange();
    const target = range && liftTarget(range);
    if (target != null) tr.lift(range, target);
  },
  mark: (random, tr, at) => {
    const end = near(random, tr.doc, at, 8);
    const mark = schema.marks[random.of(["strong", "em"])].create();
    if (random.chance(0.6)) tr.addMark(at, end, mark);
    else tr.removeMark(at, end, mark);
  },
  move: (random, tr, at) => {
    const where = tr.doc.resolve(at);
    const cut = tr.doc.slice(where.before(1), where.after(1));
    tr.delete(where.before(1), where.after(1));
    const to = place(random, tr.doc);
    if (to !== null) tr.replaceRange(tr.doc.resolve(to).after(1), tr.doc.resolve(to).after(1), new Slice(cut.content, 0, 0));
  },
};

/** One edit as the editor makes it. */
export function edit(random, ydoc, fragment, origin) {
  const doc = fragment.length ? yXmlFragmentToProseMirrorRootNode(fragment, schema) : schema.topNodeType.create();
  const tr = new Transform(doc);
  const at = place(random, doc);
  if (at === null) tr.insert(0, blocks(random));
  else {
    const found = EDITOR[random.of(Object.keys(EDITOR))];
    try {
      found(random, tr, at);
    } catch {
      return; // an edit that the schema has no place for
    }
  }
  if (!tr.docChanged || deepest(tr.doc) > source.depth || tr.doc.content.size > 4000) return;
  if (!tr.doc.content.size) tr.insert(0, paragraph.create());
  ydoc.transact(() => updateYFragment(ydoc, fragment, tr.doc, { mapping: new Map(), isOMark: new Map() }), origin);
}

function* elements(parent) {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    yield child;
    yield* elements(child);
  }
}

/** One edit straight in Yjs, within the schema. */
export function raw(random, ydoc, fragment, origin) {
  const all = [...elements(fragment)];
  if (!all.length) return;
  ydoc.transact(() => {
    for (let times = 1 + random.below(3); times; times -= 1) rawOnce(random, fragment, random.of(all));
  }, origin);
}

function rawOnce(random, fragment, element) {
  const texts = element.toArray().filter((child) => child instanceof Y.XmlText);
  switch (random.below(6)) {
    case 0:
      if (element.nodeName === "heading") element.setAttribute("level", random.of([2, 3]));
      return;
    case 1:
      element.removeAttribute("level");
      return;
    case 2:
      if (element.parent === fragment && fragment.length > 1) fragment.delete(fragment.toArray().indexOf(element), 1);
      return;
    case 3: {
      const text = new Y.XmlText(random.of(WORDS));
      const made = new Y.XmlElement("paragraph");
      made.insert(0, [text]);
      fragment.insert(random.below(fragment.length + 1), [made]);
      return;
    }
    default:
      for (const text of texts) rawText(random, text);
  }
}

function rawText(random, text) {
  const words = text.toDelta().map(({ insert }) => (typeof insert === "string" ? insert : " ")).join("");
  const at = whole(random, words, random.below(text.length + 1));
  const end = whole(random, words, Math.min(at + random.below(4), text.length));
  switch (random.below(4)) {
    case 0:
      text.insert(at, random.of(WORDS), random.chance(0.3) ? { strong: {} } : undefined);
      return;
    case 1:
      text.delete(at, end - at);
      return;
    default:
      if (at < end) text.format(at, end - at, { [random.of(["strong", "em", "strong--aB3+dE/="])]: random.chance(0.7) ? {} : null });
  }
}

const sorted = (entries) => Object.fromEntries(Object.keys(entries ?? {}).sort().map((key) => [key, entries[key]]));

/** The text as plain data, to be compared with what the server has. */
export function told(parent) {
  return parent.toArray().map((child) => {
    if (child instanceof Y.XmlText) return child.toDelta().map(({ insert, attributes }) => [insert, sorted(attributes)]);
    return { tag: child.nodeName, attributes: sorted(child.getAttributes()), children: told(child) };
  });
}
