/** A hint in a text that is still empty. */
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

export function placeholderPlugin(hint: string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const only = doc.childCount === 1 ? doc.firstChild : null;
        if (!only?.isTextblock || only.content.size) return null;
        return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, { class: "is-empty", "data-hint": hint })]);
      },
    },
  });
}
