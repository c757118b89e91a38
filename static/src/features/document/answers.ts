/** What the server says the document has and misses. */
import type { Live } from "../../core/live/contract";

export type Rule = "block" | "words" | "example" | "voice" | "owner" | "quote" | "link" | "private";

/** One thing that the document has or misses, and where; see workshop/features/document/check.py. */
export interface Line {
  rule: Rule;
  present: boolean;
  block?: string;
  section?: string;
  card?: string;
  agreement?: string;
  source?: string;
  reason?: string;
  words?: string;
  text?: string;
  start?: number;
  end?: number;
  fingerprint?: string;
}

/** Asks what the document has and misses. */
export async function checkDocument(live: Pick<Live, "send">): Promise<Line[]> {
  const answer = await live.send("document.check", {}, { quiet: true });
  return answer["lines"] as Line[];
}

export function missing(lines: readonly Line[]): number {
  return lines.filter((line) => !line.present).length;
}
