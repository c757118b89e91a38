/** Where places in the editor's document are in the shared one: blocks of the one are elements of the other. */
import type { Node, ResolvedPos } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { ProsemirrorBinding } from "y-prosemirror";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

/** What ties an editor to the shared text; null before there is a view. */
export function bindingOf(state: EditorState): ProsemirrorBinding | null {
  const binding = (ySyncPluginKey.getState(state) as { binding?: ProsemirrorBinding } | undefined)?.binding;
  return binding?.prosemirrorView ? binding : null;
}

/** The shared element of the block around a place, or null when the two documents differ there. */
export function elementAround(fragment: Y.XmlFragment, $pos: ResolvedPos, depth = $pos.depth): Y.XmlElement | null {
  let found: Y.XmlFragment | null = fragment;
  for (let level = 0; level < depth && found; level += 1) {
    const child: unknown = found.get($pos.index(level));
    found = child instanceof Y.XmlElement && child.nodeName === $pos.node(level + 1).type.name ? child : null;
  }
  return found instanceof Y.XmlElement ? found : null;
}

/** A run of letters in the shared text, and how far in it a place is. */
export interface Letters {
  text: Y.XmlText;
  index: number;
}

/** The letters at a place of a paragraph, counted from its start; between two runs it is the end of the first. */
export function lettersAt(element: Y.XmlElement, offset: number): Letters | null {
  let before = 0;
  for (const child of element.toArray()) {
    const size = child instanceof Y.XmlText ? child.length : 1;
    if (child instanceof Y.XmlText && offset <= before + size) return { text: child, index: offset - before };
    before += size;
    if (offset < before) return null;
  }
  return null;
}

/** How much room the shared content of a paragraph takes in the editor. */
export function sizeOf(element: Y.XmlElement): number {
  return element.toArray().reduce((sum, child) => sum + (child instanceof Y.XmlText ? child.length : 1), 0);
}

/**
 * Tells the binding which node stands for which shared element, where the editor made a node anew.
 * Without it the next change compares whole blocks, and places inside lists are counted with old sizes.
 */
export function matchNodes(binding: ProsemirrorBinding, type: Y.XmlFragment, node: Node): void {
  if (binding.mapping.get(type) === node) return;
  binding.mapping.set(type, node);
  if (node.isTextblock) return;
  const children = type.toArray();
  if (children.length !== node.childCount) return;
  children.forEach((child, n) => {
    if (child instanceof Y.XmlElement) matchNodes(binding, child, node.child(n));
  });
}

/** A place in the shared text that stays behind the letter before it, whatever others write there. */
export function anchorAt(binding: ProsemirrorBinding, pos: number): Y.RelativePosition {
  const loose = absolutePositionToRelativePosition(pos, binding.type, binding.mapping) as Y.RelativePosition;
  const place = Y.createAbsolutePositionFromRelativePosition(loose, binding.doc);
  return place?.type instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(place.type, place.index, -1) : loose;
}

/** Where an anchor is in the editor now; null when what it stood in is gone. */
export function placeOfAnchor(binding: ProsemirrorBinding, anchor: Y.RelativePosition): number | null {
  return relativePositionToAbsolutePosition(binding.doc, binding.type, anchor, binding.mapping);
}
