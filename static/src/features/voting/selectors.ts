/** Dots on cards. */
import type { Underway } from "../../core/live/connection";
import type { State } from "../../core/store/fold";
import type { Dot } from "../../generated/catalogue";

/**
 * The dots of a member in the open (or last) round of a board, with those on their way.
 * `as`: somebody without a phone for whom the member types; otherwise the member's own.
 */
export function dotsOf(state: State, board: string, pending: readonly Underway[], member: string, as: string | null = null): Dot[] {
  const round = state.collections.boards[board]?.round ?? 0;
  const taken = new Set(pending.filter((one) => one.type === "dot.take").map((one) => String(one.payload["dot"])));
  const dots = Object.values(state.collections.dots).filter(
    (dot) => dot.board === board && dot.round === round && dot.member === (as ?? member),
  );
  for (const one of pending) {
    const id = String(one.payload["dot"]);
    if (one.type !== "dot.place" || one.payload["board"] !== board || state.collections.dots[id]) continue;
    if ((one.payload["as_member"] ?? null) !== as) continue;
    dots.push({ id, board, round, member: as ?? member, card: String(one.payload["card"]), typed_by: as ? member : null });
  }
  return dots.filter((dot) => !taken.has(dot.id));
}
