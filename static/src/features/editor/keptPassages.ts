/**
 * Words keep the ids that they came with. The shared text forgets where a mark began when all its words are gone for a
 * while, because somebody else's copy clears it away, and taking back takes the mark from under others' words. Whoever
 * saw a letter with its id then puts it back; where somebody took an id off, it stays off.
 */
import { ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

const PASSAGE = /^passage--/;

/** The passages of a letter: what the shared text has for them, by name. */
type Passages = ReadonlyMap<string, object>;

interface Missing {
  from: number;
  length: number;
  passages: Record<string, object>;
}

/** What is known of letters, by the client and the clock that made them. */
type Known = Map<string, Passages>;

const NONE: Passages = new Map();

function keyOf(client: number, clock: number): string {
  return `${client}:${clock}`;
}

/** Puts back what words of this document lose; returns what ends it. */
export function keepPassages(doc: Y.Doc): () => void {
  const known: Known = new Map();
  /** What the editor here wrote and nobody looked at: what it writes is what its writer means, and a key is not the time. */
  const written = new Set<Y.XmlText>();
  const learn = ({ origin }: Y.Transaction) => {
    if (origin === ySyncPluginKey) return;
    for (const text of written) review(text, known, null);
    written.clear();
  };
  const changed = (transaction: Y.Transaction) => {
    const { origin } = transaction;
    if (origin === ySyncPluginKey) {
      for (const text of textsIn(transaction)) written.add(text);
      return;
    }
    const undone = origin instanceof Y.UndoManager;
    if (undone) followRedone(doc, known);
    for (const text of textsIn(transaction)) {
      const missing = review(text, known, (end) => !undone && isNew(end, transaction));
      if (!missing.length) continue;
      doc.transact(
        () => {
          for (const { from, length, passages } of missing) text.format(from, length, passages);
        },
        undone ? origin : keepPassages,
      );
    }
  };
  doc.on("beforeTransaction", learn);
  doc.on("afterTransaction", changed);
  return () => {
    doc.off("beforeTransaction", learn);
    doc.off("afterTransaction", changed);
  };
}

/** The texts with marks that a transaction made or changed. */
function textsIn({ changed, beforeState, afterState, doc }: Y.Transaction): Set<Y.XmlText> {
  const found = new Set<Y.XmlText>();
  const add = (type: unknown) => {
    if (type instanceof Y.XmlText && type._hasFormatting && !type._item?.deleted) found.add(type);
  };
  for (const type of changed.keys()) add(type);
  for (const [client, end] of afterState) {
    const begin = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (begin === end || !structs) continue;
    for (let at = Y.findIndexSS(structs, begin); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) add(struct.content.type);
    }
  }
  return found;
}

function isNew({ id }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return id.clock >= (beforeState.get(id.client) ?? 0);
}

/**
 * Goes through the letters of a text: learns their passages, and finds what they lost.
 *
 * @param meant - whether the end of a mark was put there by whoever means it; null when all is meant
 */
function review(text: Y.XmlText, known: Known, meant: ((end: Y.Item) => boolean) | null): Missing[] {
  const missing: Missing[] = [];
  /** Marks that were taken off the letters that follow. */
  const off = new Set<string>();
  let now = NONE;
  let index = 0;
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentFormat) {
      now = changedBy(now, content);
      if (content.value) off.delete(content.key);
      else if (meant?.(item)) off.add(content.key);
    }
    if (content instanceof Y.ContentString) {
      for (let n = 0; n < item.length; n += 1) {
        const key = keyOf(id.client, id.clock + n);
        const lost = meant ? [...(known.get(key) ?? NONE)].filter(([name]) => !now.has(name) && !off.has(name)) : [];
        if (lost.length) note(missing, index + n, Object.fromEntries(lost));
        else if (now.size) known.set(key, now);
        else known.delete(key);
      }
    }
    if (item.countable) index += item.length;
  }
  return missing;
}

function changedBy(now: Passages, { key, value }: Y.ContentFormat): Passages {
  if (!PASSAGE.test(key)) return now;
  const next = new Map(now);
  if (value && typeof value === "object") next.set(key, value as object);
  else next.delete(key);
  return next;
}

/** Letters that were taken away and brought back are new ones; they have the passages of the old. */
function followRedone(doc: Y.Doc, known: Known): void {
  for (const structs of doc.store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item) || !item.redone || !item.countable) continue;
      for (let n = 0; n < item.length; n += 1) {
        const passages = known.get(keyOf(item.id.client, item.id.clock + n));
        const key = keyOf(item.redone.client, item.redone.clock + n);
        if (passages && !known.has(key)) known.set(key, passages);
      }
    }
  }
}

function note(missing: Missing[], at: number, passages: Record<string, object>): void {
  const last = missing.at(-1);
  const same = last && last.from + last.length === at && Object.keys(passages).join() === Object.keys(last.passages).join();
  if (same) last.length += 1;
  else missing.push({ from: at, length: 1, passages });
}
