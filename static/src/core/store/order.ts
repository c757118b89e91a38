/** The order of records that people can move. */

interface Ranked {
  rank: string;
  id: string;
}

/** Ranks are compared byte by byte, as the server does. */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
