/** What a section's text may hold. The server's schema.json is the one source; here is how it looks. */

import type { MarkSpec, MarkType, NodeSpec, NodeType } from "prosemirror-model";
import { Schema } from "prosemirror-model";
import source from "../../../../workshop/vision/schema.json";

/** Sent with every change: the server refuses an editor that knows another schema. */
export const SCHEMA_VERSION = source.version;

/** The largest change that the server takes at once. */
export const UPDATE_BYTES = source.update_bytes;

/** The name of the shared document's XML fragment. */
export const ROOT = source.root;

const NODE_LOOKS: Record<string, Pick<NodeSpec, "toDOM" | "parseDOM">> = {
  doc: {},
  text: {},
  paragraph: { parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    // The heading of the section itself is a fact and stands above the text, as h2 or h3.
    parseDOM: [
      ...["h1", "h2", "h3"].map((tag) => ({ tag, attrs: { level: 2 } })),
      ...["h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
    ],
    toDOM: (node) => [node.attrs["level"] === 3 ? "h4" : "h3", 0],
  },
  bullet_list: { parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: {
    parseDOM: [{ tag: "ol", getAttrs: (list) => ({ order: Number(list.getAttribute("start")) || 1 }) }],
    toDOM: (node) => (node.attrs["order"] === 1 ? ["ol", 0] : ["ol", { start: String(node.attrs["order"]) }, 0]),
  },
  list_item: { parseDOM: [{ tag: "li" }], toDOM: () => ["li", { dir: "auto" }, 0] },
  blockquote: { parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", { dir: "auto" }, 0] },
  hard_break: { parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

/** Where the id stands of what cards are behind. */
export const PASSAGE = "data-passage";

const MARK_LOOKS: Record<string, MarkSpec> = {
  passage: {
    parseDOM: [{ tag: `span[${PASSAGE}]`, getAttrs: (span) => ({ id: span.getAttribute(PASSAGE) }) }],
    toDOM: (mark) => ["span", { [PASSAGE]: String(mark.attrs["id"]) }, 0],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Some programs wrap everything they copy in a <b> that is not bold.
      { tag: "b", getAttrs: (b) => b.style.fontWeight !== "normal" && null },
      { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null },
    ],
    toDOM: () => ["strong", 0],
  },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
};

function looks<T>(table: Readonly<Record<string, T | undefined>>, name: string): T {
  const found = table[name];
  if (!found) throw new Error(`the editor does not know ${name}`);
  return found;
}

export const schema = new Schema({
  nodes: Object.fromEntries(Object.entries(source.nodes).map(([name, spec]) => [name, { ...spec, ...looks(NODE_LOOKS, name) }])),
  marks: Object.fromEntries(Object.entries(source.marks).map(([name, spec]) => [name, { ...spec, ...looks(MARK_LOOKS, name) }])),
});

/**
 * An element of the schema.
 *
 * @throws Error when the schema does not have it
 */
export function nodeType(name: string): NodeType {
  return looks(schema.nodes, name);
}

/**
 * A mark of the schema.
 *
 * @throws Error when the schema does not have it
 */
export function markType(name: string): MarkType {
  return looks(schema.marks, name);
}
