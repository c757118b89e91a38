/**
 * Keeps a page that the browser translates alive.
 *
 * Chrome's translator takes every text node out of the page and puts `<font><font>translated</font></font>` in
 * its place. Whoever keeps the text node (Preact does) then changes, moves or removes a node that is not on
 * the page: the old words stay for ever, and inserting beside it throws NotFoundError. Here such a text node
 * is noticed. What stands for it moves and goes with it, and when its words change, the text node itself comes
 * back into the page, where the translator finds it and translates it anew.
 *
 * Without a translator this costs one look at every batch of changes; nothing of the browser is replaced.
 */

const TAG = "FONT";
/** Text node -> what stands on the page for it. */
const standIns = new WeakMap<Node, ChildNode>();
/** What stands on the page -> the text node. */
const originals = new WeakMap<Node, Text>();
const watchers = new WeakMap<Node, MutationObserver>();

/** Follows what a translator does inside an element, from now on. */
export function followTranslator(root: Element): void {
  new MutationObserver(read).observe(root, { childList: true, subtree: true });
}

function read(records: readonly MutationRecord[]): void {
  const added = new Set<Node>();
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node.nodeName === TAG || standIns.has(node)) added.add(node);
  }
  if (!added.size) return;
  for (const record of records) for (const node of record.removedNodes) replaced(node, record, added);
}

/** A node was taken out: was something put in its place, by a translator or by taking a translation back? */
function replaced(node: Node, record: MutationRecord, added: ReadonlySet<Node>): void {
  const text = originals.get(node) ?? (node.nodeType === Node.TEXT_NODE && !standIns.has(node) ? (node as Text) : undefined);
  if (!text || node.isConnected) return;
  if (text.isConnected) {
    forget(text);
    return;
  }
  const beside = [...record.addedNodes, record.previousSibling, record.nextSibling];
  const now = beside.find((one) => one !== null && added.has(one) && one.isConnected && !originals.has(one));
  if (now) standFor(text, now as ChildNode);
}

function standFor(text: Text, standIn: ChildNode): void {
  forget(text);
  guard();
  standIns.set(text, standIn);
  originals.set(standIn, text);
  Object.defineProperties(text, {
    parentNode: { configurable: true, get: () => standIn.parentNode },
    nextSibling: { configurable: true, get: () => standIn.nextSibling },
    previousSibling: { configurable: true, get: () => standIn.previousSibling },
    remove: {
      configurable: true,
      value: () => {
        forget(text);
        standIn.remove();
      },
    },
  });
  const watcher = new MutationObserver(() => {
    forget(text);
    standIn.replaceWith(text);
  });
  watcher.observe(text, { characterData: true });
  watchers.set(text, watcher);
}

/** The text node stands for itself again. */
function forget(text: Text): void {
  const standIn = standIns.get(text);
  if (!standIn) return;
  standIns.delete(text);
  originals.delete(standIn);
  watchers.get(text)?.disconnect();
  for (const name of ["parentNode", "nextSibling", "previousSibling", "remove"]) Reflect.deleteProperty(text, name);
}

let guarded = false;

/** From the first translated text on, nodes are put beside what is really on the page. */
function guard(): void {
  if (guarded) return;
  guarded = true;
  const node = Node.prototype;
  const { insertBefore, appendChild, removeChild, replaceChild } = node;
  const shown = (one: Node): Node => standIns.get(one) ?? one;
  /** The child of a parent in which a node is, if any. */
  const childOf = (parent: Node, one: Node | null): Node | null => {
    let at = one && shown(one);
    while (at && at.parentNode !== parent) at = at.parentNode;
    return at;
  };
  node.insertBefore = function <T extends Node>(this: Node, one: T, before: Node | null): T {
    const place = childOf(this, before);
    if (shown(one) !== place) insertBefore.call(this, shown(one), place);
    return one;
  };
  node.appendChild = function <T extends Node>(this: Node, one: T): T {
    appendChild.call(this, shown(one));
    return one;
  };
  node.removeChild = function <T extends Node>(this: Node, one: T): T {
    const there = shown(one);
    if (there !== one) forget(one as unknown as Text);
    removeChild.call(this, there);
    return one;
  };
  node.replaceChild = function <T extends Node>(this: Node, one: Node, old: T): T {
    const there = shown(old);
    if (there !== old) forget(old as unknown as Text);
    replaceChild.call(this, shown(one), there);
    return old;
  };
  guardMoves(shown, childOf);
}

type Moves = { moveBefore?: (one: Node, before: Node | null) => void };

/** Newer browsers move a node without taking it out in between; Preact then does so. */
function guardMoves(shown: (one: Node) => Node, childOf: (parent: Node, one: Node | null) => Node | null): void {
  const element = Element.prototype as Element & Moves;
  const move = element.moveBefore;
  if (!move) return;
  element.moveBefore = function (this: Element, one: Node, before: Node | null): void {
    const place = childOf(this, before);
    if (shown(one) !== place) move.call(this, shown(one), place);
  };
}
