/**
 * A line gets its run of letters when it is made, not with its first letter: two who begin in it at the same time
 * would each bring their own, and the library keeps one of them.
 */
import { ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import { nodeType } from "./schema";

/** Gives empty lines that the editor makes in this document a run of letters; returns what ends it. */
export function fillEmptyLines(doc: Y.Doc): () => void {
  const made = (transaction: Y.Transaction) => {
    if (transaction.origin !== ySyncPluginKey) return;
    const empty = newLines(transaction).filter((line) => line.length === 0);
    if (!empty.length) return;
    doc.transact(() => {
      for (const line of empty) line.insert(0, [new Y.XmlText()]);
    }, ySyncPluginKey);
  };
  doc.on("afterTransaction", made);
  return () => doc.off("afterTransaction", made);
}

function newLines({ beforeState, afterState, doc }: Y.Transaction): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  const begin = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID);
  if (!structs || begin === (afterState.get(doc.clientID) ?? 0)) return found;
  for (let at = Y.findIndexSS(structs, begin); at < structs.length; at += 1) {
    const struct = structs[at];
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentType)) continue;
    const { type } = struct.content;
    if (type instanceof Y.XmlElement && nodeType(type.nodeName).isTextblock) found.push(type);
  }
  return found;
}
