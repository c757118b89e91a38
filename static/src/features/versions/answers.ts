/** What the server answers about versions. */
import type { Live } from "../../core/live/connection";

/** Words, and whether the other side has them too. */
export type Piece = [words: string, same: boolean];
export type Change = "kept" | "new" | "gone" | "changed";
export type Kind = "paragraph" | "heading" | "item" | "quote";

/** A sentence on both sides. `begins`: it is the first one of its paragraph. */
export interface Row {
  change: Change;
  kind: Kind;
  begins: boolean;
  old: Piece[];
  new: Piece[];
}

export interface ComparedSection {
  id: string;
  heading: string;
  was: string;
  change: Change;
  rows: Row[];
}

/** A paragraph with its sentences. */
export interface Passage {
  kind: Kind;
  ids: string[];
  sentences: string[];
}

export interface ReadSection {
  id: string;
  heading: string;
  level: number;
  passages: Passage[];
}

export async function compareVersions(live: Live, old: string, now: string): Promise<ComparedSection[]> {
  const answer = await live.send("version.compare", { old, new: now }, { quiet: true });
  return answer["sections"] as ComparedSection[];
}

/** A version, sentence by sentence; without an id the text as it is now. */
export async function readVersion(live: Live, version: string): Promise<ReadSection[]> {
  const answer = await live.send("version.read", { version }, { quiet: true });
  return answer["sections"] as ReadSection[];
}
