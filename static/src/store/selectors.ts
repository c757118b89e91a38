/** What a screen needs from the state. Pure functions; nothing here changes anything. */
import type { Agreement, Card, ConsentAnswer, ConsentRound, Dot, Member, Term, Theme, Version } from "../generated/catalogue";
import type { Underway } from "../live/connection";
import type { State } from "./fold";
import { fillTopic } from "./phases";
import type { PhaseInfo, StepInfo } from "./phases";

/** A card on the screen; `pending` until the server has acknowledged it. */
export type Shown = Card & { pending?: boolean };

interface Ranked {
  rank: string;
  id: string;
}

/** Ranks are compared byte by byte, as the server does. */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export function communityOf(state: State) {
  return state.collections.community["community"];
}

/** All cards of some boards in order, and own ones that are still on their way. */
export function cardsOn(state: State, boards: readonly string[], pending: readonly Underway[], me: string): Shown[] {
  const cards: Shown[] = Object.values(state.collections.cards).filter((card) => boards.includes(card.board)).sort(byRank);
  cards.sort((a, b) => boards.indexOf(a.board) - boards.indexOf(b.board));
  for (const one of pending) {
    const card = one.type === "card.add" ? underway(one, me) : null;
    if (card && boards.includes(card.board) && !state.collections.cards[card.id]) cards.push(card);
  }
  return cards;
}

function underway(one: Underway, me: string): Shown {
  const fields = one.payload;
  const nameless = fields["nameless"] === true;
  return {
    id: String(fields["card"]),
    board: String(fields["board"]),
    column: String(fields["column"]),
    rank: "~",
    text: String(fields["text"]),
    picture: (fields["picture"] as Card["picture"] | undefined) ?? null,
    author: nameless ? null : String(fields["as_member"] ?? me),
    nameless,
    hidden: false,
    key: null,
    lang: String(fields["lang"] ?? "nl"),
    translation: String(fields["translation"] ?? ""),
    theme: null,
    quote: fields["quote"] === true,
    origins: [],
    due: (fields["due"] as string | null | undefined) ?? null,
    rev: 0,
    pending: true,
  };
}

export function inColumn(cards: readonly Shown[], column: string): Shown[] {
  return cards.filter((card) => card.column === column);
}

export function themesOf(state: State): Theme[] {
  return Object.values(state.collections.themes).sort(byRank);
}

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

/** Who takes part now, in the order of their names. */
export function membersOf(state: State): Member[] {
  return Object.values(state.collections.members)
    .filter((member) => !member.removed)
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function nameOf(state: State, id: string | null): string {
  const member = id ? state.collections.members[id] : undefined;
  return member && !member.removed ? member.name : "";
}

export function isSteering(state: State, member: string): boolean {
  const seated = Object.values(state.collections.seats).some((seat) => seat.member === member);
  return seated || state.collections.members[member]?.facilitator === true;
}

export function phaseName(state: State, phase: PhaseInfo): string {
  return state.collections.phase_titles[phase.id]?.name || phase.name;
}

function worded(state: State, step: StepInfo, texts: readonly string[], from: number): string[] {
  const topic = communityOf(state)?.topic ?? "";
  return texts.map((text, n) => fillTopic(state.collections.prompts[`${step.id}.${from + n}`]?.text || text, topic));
}

/** The prompts of a step in the community's own words, with the topic in them. */
export function promptsOf(state: State, step: StepInfo): string[] {
  return worded(state, step, step.prompts, 0);
}

/** The interview questions; they are counted on after the prompts. */
export function guideOf(state: State, step: StepInfo): string[] {
  return worded(state, step, step.guide, step.prompts.length);
}

export function termsOf(state: State): Term[] {
  return Object.values(state.collections.terms).sort((a, b) => a.word.localeCompare(b.word));
}

export function agreementsOf(state: State): Agreement[] {
  return Object.values(state.collections.agreements).sort(byRank);
}

export function roundsOf(state: State): ConsentRound[] {
  return Object.values(state.collections.rounds).sort((a, b) => a.number - b.number);
}

export function answersOf(state: State, round: string): ConsentAnswer[] {
  return Object.values(state.collections.answers).filter((answer) => answer.round === round);
}

export function versionOf(state: State, round: ConsentRound): Version | undefined {
  return state.collections.versions[round.version];
}

/** The label after the last one: 0.1, 0.2, …; 1.0 is for the version that is adopted. */
export function nextLabel(state: State): string {
  const used = Object.values(state.collections.versions).map((version) => version.label);
  const adopted = Object.values(state.collections.versions).filter((version) => version.adopted).length;
  for (let minor = adopted ? 0 : 1; minor < 100; minor += 1) {
    const label = `${adopted}.${minor}`;
    if (!used.includes(label)) return label;
  }
  return "9.9";
}

/** Seats of the core team that nobody sits in. */
export function emptySeats(state: State): ("researcher" | "professional" | "parent")[] {
  return (["researcher", "professional", "parent"] as const).filter((seat) => {
    const holder = state.collections.seats[seat]?.member;
    return !holder || state.collections.members[holder]?.removed !== false;
  });
}
