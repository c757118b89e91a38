/**
 * The ids by which cards stand behind a paragraph. They stay with the words they support: both halves of a
 * paragraph that is split keep them, one that is joined has those of both, an empty line has none.
 */
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Mapping, ReplaceStep } from "prosemirror-transform";
import { nodeType } from "./schema";

/** As long as an attribute may be; more cards than that stand behind no paragraph. */
const MAX_LENGTH = 1_000;

/** The ids of a paragraph; none for anything else. */
export function idsOf(node: Node): string[] {
  const ids: unknown = node.type === nodeType("paragraph") ? node.attrs["id"] : null;
  return typeof ids === "string" ? ids.split(" ").filter(Boolean) : [];
}

/** What a paragraph with these ids has as its attribute. */
export function attributeOf(ids: Iterable<string>): string | null {
  let all = "";
  for (const id of ids) {
    if (all.length + id.length >= MAX_LENGTH) break;
    all += all ? ` ${id}` : id;
  }
  return all || null;
}

/** Whether nobody sees words in a block. */
export function isEmpty(node: Node): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff]/.test(node.textContent);
}

/** The paragraphs of a document, with their place. */
export function paragraphs(doc: Node): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type === nodeType("paragraph")) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}

/** The paragraph in which words were changed and nothing else; null when blocks were. */
function wordsChangedIn(transactions: readonly Transaction[], after: Node): number | null {
  let at: number | null = null;
  if (transactions.reduce((sum, tr) => sum + tr.steps.length, 0) !== 1) return null;
  for (const tr of transactions) {
    for (const [n, step] of tr.steps.entries()) {
      if (!(step instanceof ReplaceStep)) continue;
      const { slice, from, to } = step;
      const inline = !slice.openStart && !slice.openEnd && (slice.content.firstChild?.isInline ?? true);
      const before = tr.docs[n];
      if (!inline || !before?.resolve(from).sameParent(before.resolve(to))) return null;
      if (!before.resolve(from).parent.isTextblock) return null;
      at = from;
    }
  }
  return at === null || at > after.content.size ? null : at;
}

/** Old paragraphs' ids, where their words are now: place of a new paragraph -> ids. */
function following(transactions: readonly Transaction[], before: Node, after: Node): Map<number, Set<string>> {
  const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps));
  const found = new Map<number, Set<string>>();
  for (const { node, pos } of paragraphs(before)) {
    const ids = idsOf(node);
    if (!ids.length) continue;
    node.forEach((words, offset) => {
      if (!words.isText) return;
      const start = mapping.map(pos + 1 + offset, 1);
      const end = mapping.map(pos + 1 + offset + words.nodeSize, -1);
      if (end <= start) return;
      after.nodesBetween(start, end, (now, at) => {
        const overlap = Math.min(end, at + now.nodeSize - 1) - Math.max(start, at + 1);
        if (now.type === nodeType("paragraph") && overlap > 0) {
          const all = found.get(at) ?? new Set();
          for (const id of ids) all.add(id);
          found.set(at, all);
        }
        return !now.isTextblock;
      });
    });
  }
  return found;
}

/** What puts the ids where their words went, after somebody's own change; null when they are there. */
export function keepWithWords(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const { tr } = after;
  const set = (pos: number, node: Node, ids: Iterable<string>) => {
    const id = attributeOf(ids);
    if (id !== node.attrs["id"]) tr.setNodeMarkup(pos, null, { ...node.attrs, id });
  };
  const at = wordsChangedIn(transactions, after.doc);
  if (at !== null) {
    const { parent, depth } = after.doc.resolve(at);
    if (depth && idsOf(parent).length && isEmpty(parent)) set(after.doc.resolve(at).before(depth), parent, []);
    return tr.docChanged ? tr : null;
  }
  const follow = following(transactions, before.doc, after.doc);
  const known = new Set(paragraphs(before.doc).flatMap(({ node }) => idsOf(node)));
  for (const { node, pos } of paragraphs(after.doc)) {
    const own = idsOf(node);
    const came = follow.get(pos);
    if (!own.length && !came) continue;
    // Beside words that came with their own, an id stays only when it is new here, as with what is pasted.
    const kept = came ? own.filter((id) => came.has(id) || !known.has(id)) : own;
    set(pos, node, isEmpty(node) ? [] : new Set([...kept, ...(came ?? [])]));
  }
  return tr.docChanged ? tr : null;
}
