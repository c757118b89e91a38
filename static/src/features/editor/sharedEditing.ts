/** What makes an editor one of several that write in a shared text; taking back is about one's own changes only. */
import { Plugin } from "prosemirror-state";
import { defaultDeleteFilter, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from "y-prosemirror";
import * as Y from "yjs";
import { fillEmptyLines } from "./emptyLines";
import { keepPassages } from "./keptPassages";
import { ownLettersPlugin } from "./ownLetters";
import type { RemoteChanges } from "./remoteChanges";
import { schema } from "./schema";

/** Who pauses longer than this begins a new burst of typing. */
const BURST_PAUSE_MS = 600;

/** The plugins that tie an editor to a shared text, in the order that they need. */
export function sharedEditing(fragment: Y.XmlFragment, remote: RemoteChanges): Plugin[] {
  // Ours come before the library's: it then finds that the letters are in the shared text already.
  return [ownLettersPlugin(), remote.plugin(fragment), ySyncPlugin(fragment) as Plugin, undoPlugin(fragment), tended(fragment)];
}

/** What the shared document needs while somebody writes in it. */
function tended(fragment: Y.XmlFragment): Plugin {
  return new Plugin({
    view: () => {
      const ends = fragment.doc ? [fillEmptyLines(fragment.doc), keepPassages(fragment.doc)] : [];
      return {
        destroy: () => {
          for (const end of ends) end();
        },
      };
    },
  });
}

/** Taking back what this person did. Blocks in which somebody else wrote stay. */
function undoPlugin(fragment: Y.XmlFragment): Plugin {
  const blocks = new Set(Object.keys(schema.nodes));
  const undoManager = new Y.UndoManager(fragment, {
    captureTimeout: BURST_PAUSE_MS,
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, blocks),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
  });
  return yUndoPlugin({ undoManager });
}
