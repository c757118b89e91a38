/** State = fold of facts. The same fold as the server's, driven by the generated table. */

import type { Collections, Fact } from "../../generated/catalogue";
import { OPS } from "../../generated/catalogue";

export interface State {
  readonly seq: number;
  readonly collections: Collections;
}

export interface Op {
  readonly kind: "put" | "patch" | "drop";
  readonly collection: string;
  readonly field: string;
  readonly fields?: readonly string[];
}

type Plain = Record<string, unknown>;
type Tables = Record<string, Record<string, Plain>>;

/** A state in which every collection is there and empty. */
export function emptyState(): State {
  const collections: Tables = {};
  for (const op of Object.values(OPS) as Op[]) collections[op.collection] = {};
  return { seq: -1, collections: collections as unknown as Collections };
}

/** Records of which this person sees more than everybody, by collection. */
export type Own = Readonly<Record<string, readonly { readonly id: string }[]>>;

/**
 * A snapshot as it came from the server; collections that it left out are empty. It is what everybody
 * sees: `own` is laid over it.
 */
export function stateFrom(snapshot: { seq: number; collections: Partial<Collections> }, own: Own = {}): State {
  const tables = { ...emptyState().collections, ...snapshot.collections } as unknown as Tables;
  for (const [name, records] of Object.entries(own)) {
    tables[name] = { ...tables[name], ...Object.fromEntries(records.map((record) => [record.id, record])) };
  }
  return { seq: snapshot.seq, collections: tables as unknown as Collections };
}

/** The state after these facts; the old one is left as it was. */
export function foldAll(state: State, facts: readonly Fact[], seq: number = state.seq): State {
  const tables: Tables = { ...(state.collections as unknown as Tables) };
  const own = new Set<string>();
  for (const fact of facts) {
    const op = (OPS as Record<string, Op | undefined>)[fact.type];
    if (!op) continue; // a fact of a newer server: this page knows nothing to do with it
    if (!own.has(op.collection)) {
      tables[op.collection] = { ...tables[op.collection] };
      own.add(op.collection);
    }
    apply(tables[op.collection] as Record<string, Plain>, op, fact as unknown as Plain);
  }
  return { seq, collections: tables as unknown as Collections };
}

/** The state after one fact. */
export function fold(state: State, fact: Fact): State {
  return foldAll(state, [fact]);
}

function apply(table: Record<string, Plain>, op: Op, fact: Plain): void {
  if (op.kind === "put") {
    const record = fact[op.field] as Plain;
    table[record["id"] as string] = record;
    return;
  }
  const id = fact[op.field] as string;
  const record = table[id];
  if (!record) return;
  if (op.kind === "drop") {
    delete table[id];
    return;
  }
  const changed: Plain = { ...record };
  for (const name of op.fields ?? []) changed[name] = fact[name];
  table[id] = changed;
}
