/** What is open of the comments, on a page with one text. */
import { signal } from "@preact/signals";
import type { Anchor } from "./anchor";

export type Opened =
  | { kind: "list" }
  /** The sentences of a part, one of them to choose. */
  | { kind: "sentences"; section: string }
  /** Writing about words: what somebody says, or other words. */
  | { kind: "write"; anchor: Anchor; proposes: boolean }
  /** Who writes in a part. */
  | { kind: "writers"; section: string };

export const opened = signal<Opened | null>(null);
