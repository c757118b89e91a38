/** The levels of headings on the page: below the part's own heading, none skipped. Word's file does the same. */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { nodeType } from "./schema";

const DEEPEST = 4;

/**
 * The levels at which a text's headings are shown.
 *
 * @param levels - what the text says, in order: 2 or 3
 * @param section - the level of the part: 1 or 2, shown as 2 or 3
 */
export function levelsShown(levels: readonly number[], section: number): number[] {
  let above = section + 1;
  return levels.map((level) => {
    above = Math.min(Math.max(level + section, section + 2), above + 1, DEEPEST);
    return above;
  });
}

interface Found {
  pos: number;
  node: Node;
}

/** Headings of the text and of quotes in it; in a list a heading is an item's words. */
function headingsIn(parent: Node, start: number, found: Found[] = []): Found[] {
  parent.forEach((node, offset) => {
    if (node.type === nodeType("heading")) found.push({ pos: start + offset, node });
    else if (node.type === nodeType("blockquote")) headingsIn(node, start + offset + 1, found);
  });
  return found;
}

/** Shows headings at their levels, to who looks and to who listens. */
export function headingsPlugin(section: () => number): Plugin {
  let doc: Node | null = null;
  let level = 0;
  let shown = DecorationSet.empty;
  return new Plugin({
    props: {
      decorations: (state) => {
        if (doc === state.doc && level === section()) return shown;
        doc = state.doc;
        level = section();
        const found = headingsIn(doc, 0);
        const levels = levelsShown(
          found.map(({ node }) => Number(node.attrs["level"])),
          level,
        );
        const drawn = found.map(({ pos, node }, n) => Decoration.node(pos, pos + node.nodeSize, { "aria-level": String(levels[n]) }));
        shown = DecorationSet.create(doc, drawn);
        return shown;
      },
    },
  });
}
