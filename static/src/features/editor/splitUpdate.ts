/** Cuts a change that is too large to travel at once into several that each make sense after those before. */
import * as Y from "yjs";
import source from "../../../../workshop/vision/schema.json";

type Struct = Y.Item | Y.GC;

interface Ids {
  client: number;
  clock: number;
}

/** Elements that an editor deletes when there is nothing in them, as when a list comes without its items. */
const NEVER_EMPTY = new Set(
  Object.entries(source.nodes).flatMap(([name, node]) => ("content" in node && node.content.endsWith("+") ? name : [])),
);

/** Where a client's structs begin in the update, and how far they have been given out. */
class Row {
  next = 0;
  constructor(readonly structs: Struct[]) {}

  get first(): number {
    return this.structs[0]?.id.clock ?? 0;
  }

  get given(): number {
    const struct = this.structs[this.next];
    return struct ? struct.id.clock : Number.POSITIVE_INFINITY;
  }
}

function hangsOn(struct: Struct): Ids[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent as unknown;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}

/** The structs in an order in which each comes after those it hangs on, in pieces of one client. */
function* inOrder(structs: readonly Struct[]): Generator<Struct> {
  const rows = new Map<number, Row>();
  for (const struct of structs) {
    const row = rows.get(struct.id.client);
    if (row) row.structs.push(struct);
    else rows.set(struct.id.client, new Row([struct]));
  }
  const there = ({ client, clock }: Ids) => {
    const row = rows.get(client);
    return !row || clock < row.first || clock < row.given;
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (const row of rows.values()) {
      for (let struct = row.structs[row.next]; struct && hangsOn(struct).every(there); struct = row.structs[row.next]) {
        yield struct;
        row.next += 1;
        moved = true;
      }
    }
  }
}

/** Whether an editor can show what is there when a piece ends after this. */
function mayEnd(struct: Struct): boolean {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentType)) return true;
  const { type } = struct.content;
  return !(type instanceof Y.XmlElement && NEVER_EMPTY.has(type.nodeName));
}

/** A long run of words as several, none of which ends within a character. */
function* shorter(struct: Struct, most: number): Generator<Struct> {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString) || struct.length <= most) {
    yield struct;
    return;
  }
  const words = struct.content.str;
  const { client, clock } = struct.id;
  for (let from = 0, to = 0; from < words.length; from = to) {
    to = Math.min(from + most, words.length);
    if (to < words.length && /[\ud800-\udbff]/.test(words.charAt(to - 1))) to -= 1;
    const content = new Y.ContentString(words.slice(from, to));
    const origin = from ? Y.createID(client, clock + from - 1) : struct.origin;
    const [parent, key] = from ? [null, null] : [struct.parent, struct.parentSub];
    yield new Y.Item(Y.createID(client, clock + from), null, origin, null, struct.rightOrigin, parent, key, content);
  }
}

/** In version 1 every number is written alike, as a length. */
function encoded(structs: readonly Struct[]): Uint8Array {
  const [first] = structs;
  const encoder = new Y.UpdateEncoderV1();
  if (!first) encoder.writeLen(0);
  else {
    encoder.writeLen(1);
    encoder.writeLen(structs.length);
    encoder.writeClient(first.id.client);
    encoder.writeLen(first.id.clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  encoder.writeLen(0);
  return encoder.toUint8Array();
}

/** Only what an update deletes. */
function deletions(update: Uint8Array): Uint8Array {
  const ids = Y.decodeUpdate(update).ds;
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(0);
  encoder.writeLen(ids.clients.size);
  for (const [client, items] of ids.clients) {
    encoder.writeLen(client);
    encoder.writeLen(items.length);
    for (const { clock, len } of items) {
      encoder.writeLen(clock);
      encoder.writeLen(len);
    }
  }
  return encoder.toUint8Array();
}

/**
 * Splits an update (version 1) where it is larger than what may travel at once.
 *
 * Others see the text between two pieces, so none ends where their editor would delete something.
 *
 * @param most - the most bytes of a piece
 * @returns the update itself, or pieces that together say the same, each after those it hangs on
 */
export function split(update: Uint8Array, most: number): Uint8Array[] {
  if (update.byteLength <= most) return [update];
  const pieces: Uint8Array[] = [];
  const decoded = Y.decodeUpdate(update);
  let piece: Struct[] = [];
  let bytes = 0;
  const cut = () => {
    if (piece.length) pieces.push(encoded(piece));
    [piece, bytes] = [[], 0];
  };
  /** The end of the piece that cannot be its end goes with what follows. */
  const cutWhole = () => {
    const end = piece.findLastIndex(mayEnd) + 1;
    const rest = end ? piece.splice(end) : [];
    cut();
    [piece, bytes] = [rest, rest.reduce((sum, one) => sum + encoded([one]).byteLength, 0)];
  };
  const all = decoded.structs.filter((one): one is Struct => one instanceof Y.Item || one instanceof Y.GC);
  const mostLetters = Math.max(2, Math.floor(most / 4));
  for (const struct of [...inOrder(all)].flatMap((one) => [...shorter(one, mostLetters)])) {
    const last = piece.at(-1);
    const size = encoded([struct]).byteLength;
    const follows = last && last.id.client === struct.id.client && last.id.clock + last.length === struct.id.clock;
    if (!follows) cut();
    else if (bytes + size > most) cutWhole();
    piece.push(struct);
    bytes += size;
  }
  cut();
  if (decoded.ds.clients.size) pieces.push(deletions(update));
  return pieces;
}
