/** Cuts a change that is too large to travel at once into several that each make sense after those before. */
import * as Y from "yjs";

type Struct = Y.Item | Y.GC;

interface Ids {
  client: number;
  clock: number;
}

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
 * @param most - the most bytes of a piece; a single struct that is larger stays whole
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
  const all = decoded.structs.filter((one): one is Struct => one instanceof Y.Item || one instanceof Y.GC);
  for (const struct of inOrder(all)) {
    const last = piece.at(-1);
    const size = encoded([struct]).byteLength;
    const follows = last && last.id.client === struct.id.client && last.id.clock + last.length === struct.id.clock;
    if (bytes + size > most || !follows) cut();
    piece.push(struct);
    bytes += size;
  }
  cut();
  if (decoded.ds.clients.size) pieces.push(deletions(update));
  return pieces;
}
