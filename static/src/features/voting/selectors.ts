/** Dots on cards. */
import type { Underway } from "../../core/live/connection";
import type { State } from "../../core/store/fold";
import type { Agenda, StepInfo } from "../../core/store/phases";
import type { Card, Dot } from "../../generated/catalogue";
import type { Shown } from "../cards";
import { cardsOn } from "../cards";

/** So many sentences are offered as the ones with most dots. */
const TOP = 8;

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

/**
 * The cards of a board that have most dots, once they are counted: the most chosen first. A hidden card, or
 * one without a dot, is none of them.
 */
export function topCards(state: State, board: string, n: number): Card[] {
  const totals = state.collections.boards[board]?.dots_totals ?? {};
  return Object.entries(totals)
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id, dots]) => {
      const card = state.collections.cards[id];
      return card && dots > 0 && !card.hidden ? [card] : [];
    })
    .slice(0, n);
}

/**
 * What a step is offered from earlier ones: the cards of a board; of a board with dots the ones with most,
 * or all that it is about as long as nothing is counted.
 */
export function offeredCards(state: State, agenda: Agenda, steps: readonly string[], me: string): Shown[] {
  return steps.flatMap((id) => {
    const step = agenda.step(id);
    if (!step) return [];
    if (step.tool !== "dots") return cardsOn(state, [id], [], me).filter((card) => !card.hidden);
    const top = topCards(state, id, TOP);
    return top.length ? top : cardsAt(state, step, [], me).filter((card) => !card.hidden);
  });
}

/** The cards on a step's screen: its own, those it shows and those it takes over from an earlier column. */
export function cardsAt(state: State, step: StepInfo, pending: readonly Underway[], me: string): Shown[] {
  const taken = step.takes.flatMap((from) =>
    cardsOn(state, [from.step], [], me).filter((card) => from.column === null || card.column === from.column),
  );
  return [...cardsOn(state, step.shows, pending, me), ...taken, ...cardsOn(state, [step.id], pending, me)];
}
