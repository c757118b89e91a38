/** Decorations look only at the blocks that changed; everywhere else they move along with the words. */
import type { Transaction } from "prosemirror-state";
import type { Decoration, DecorationSet } from "prosemirror-view";

interface Part {
  from: number;
  to: number;
}

/** The blocks that a transaction changed, whole, in the order of the new document. */
export function changedParts(tr: Transaction): Part[] {
  const parts: Part[] = [];
  for (const [n, map] of tr.mapping.maps.entries()) {
    const rest = tr.mapping.slice(n + 1);
    map.forEach((_from, _to, from, to) => {
      parts.push(wholeBlocks(tr, rest.map(from, -1), rest.map(to, 1)));
    });
  }
  parts.sort((a, b) => a.from - b.from);
  const apart: Part[] = [];
  for (const part of parts) {
    const last = apart.at(-1);
    if (last && part.from <= last.to) last.to = Math.max(last.to, part.to);
    else apart.push({ ...part });
  }
  return apart;
}

/** The one block in which words changed; where blocks did, also what stands beside them: it may have another depth now. */
function wholeBlocks(tr: Transaction, from: number, to: number): Part {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  if ($from.parent.isTextblock && $from.sameParent($to)) return { from: $from.before(), to: $from.after() };
  return {
    from: $from.depth ? $from.before(1) : from - ($from.nodeBefore?.nodeSize ?? 0),
    to: $to.depth ? $to.after(1) : to + ($to.nodeAfter?.nodeSize ?? 0),
  };
}

/**
 * Decorations after a transaction.
 *
 * @param draw - the decorations of a part of the new document; it gets the old ones, moved along
 */
export function redrawn(
  before: DecorationSet,
  tr: Transaction,
  draw: (from: number, to: number, moved: DecorationSet) => Decoration[],
): DecorationSet {
  const moved = before.map(tr.mapping, tr.doc);
  let shown = moved;
  for (const { from, to } of changedParts(tr)) {
    const inside = moved.find(from, to).filter((one) => one.from >= from && one.to <= to);
    shown = shown.remove(inside).add(tr.doc, draw(from, to, moved));
  }
  return shown;
}
