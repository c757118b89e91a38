/** Everything that can be done to a text, once: toolbar, keys and what is read aloud come from here. */
import { chainCommands, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { MarkType, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { redo, undo, yUndoPluginKey } from "y-prosemirror";
import { t } from "../../core/i18n/strings";
import { markType, nodeType } from "./schema";

export interface TextAction {
  id: string;
  label: () => string;
  icon: string;
  /** For the editor's keymap; "Mod" is Ctrl, or Command on a Mac. */
  key?: string;
  /** For buttons that are on or off. */
  on?: (state: EditorState) => boolean;
  can: (state: EditorState) => boolean;
  run: Command;
  /** Starts a new group in the toolbar. */
  gap?: boolean;
}

const strong = markType("strong");
const em = markType("em");
const paragraph = nodeType("paragraph");
const heading = nodeType("heading");
const bulletList = nodeType("bullet_list");
const orderedList = nodeType("ordered_list");
const listItem = nodeType("list_item");
const blockquote = nodeType("blockquote");

function hasMark(state: EditorState, name: string): boolean {
  const type = markType(name);
  const { from, to, empty, $from } = state.selection;
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

function isInside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
  return false;
}

/** The nearest list around the selection. */
function nearestList(state: EditorState): NodeType | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === bulletList || type === orderedList) return type;
  }
  return null;
}

/** A list of this kind: make it, change the other kind into it, or take it away. */
function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const now = nearestList(state);
    if (now === null) return wrapInList(type)(state, dispatch);
    if (now === type) return liftListItem(listItem)(state, dispatch);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type !== now) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
    return false;
  };
}

const toggleQuote: Command = (state, dispatch) => (isInside(state, blockquote) ? lift : wrapIn(blockquote))(state, dispatch);

const isHeading = (state: EditorState) => state.selection.$from.parent.type === heading;

const toggleHeading: Command = (state, dispatch) =>
  isHeading(state) ? setBlockType(paragraph)(state, dispatch) : setBlockType(heading, { level: 2 })(state, dispatch);

function possible(run: Command): (state: EditorState) => boolean {
  return (state) => run(state);
}

function mark(id: string, type: MarkType, label: () => string, icon: string, key: string): TextAction {
  const run = toggleMark(type);
  return { id, label, icon, key, on: (state) => hasMark(state, id), can: possible(run), run };
}

function list(type: NodeType, label: () => string, icon: string, key: string): TextAction {
  const run = toggleList(type);
  return { id: icon, label, icon, key, on: (state) => nearestList(state) === type, can: possible(run), run };
}

export const TEXT_ACTIONS: readonly TextAction[] = [
  mark("strong", strong, () => t("Bold"), "bold", "Mod-b"),
  mark("em", em, () => t("Italic"), "italic", "Mod-i"),
  {
    id: "heading",
    label: () => t("Small heading"),
    icon: "heading",
    key: "Mod-Alt-2",
    gap: true,
    on: isHeading,
    can: possible(toggleHeading),
    run: toggleHeading,
  },
  list(bulletList, () => t("List with dots"), "list", "Mod-Shift-8"),
  list(orderedList, () => t("List with numbers"), "numbers", "Mod-Shift-7"),
  {
    id: "quote",
    label: () => t("Quote"),
    icon: "quote",
    key: "Mod-Shift-9",
    on: (state) => isInside(state, blockquote),
    can: possible(toggleQuote),
    run: toggleQuote,
  },
  {
    id: "undo",
    label: () => t("Undo"),
    icon: "undo",
    key: "Mod-z",
    gap: true,
    can: (state) => yUndoPluginKey.getState(state)?.undoManager.canUndo() ?? false,
    run: (state, dispatch) => (dispatch ? undo(state) : true),
  },
  {
    id: "redo",
    label: () => t("Redo"),
    icon: "redo",
    key: "Mod-Shift-z",
    can: (state) => yUndoPluginKey.getState(state)?.undoManager.canRedo() ?? false,
    run: (state, dispatch) => (dispatch ? redo(state) : true),
  },
];

/** "Mod-Shift-8" as a screen reader wants it. */
export function ariaKey(key: string): string {
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
  return key.replace("Mod", mac ? "Meta" : "Control").replaceAll("-", "+");
}

/** Further keys: deeper and less deep in a list. Tab stays free, to walk out of the text. */
export const LIST_KEYS: Record<string, Command> = {
  "Mod-]": sinkListItem(listItem),
  "Mod-[": chainCommands(liftListItem(listItem), lift),
};
