/** What happens to cards while somebody looks on: new ones of others, and own ones that were refused. */

import { tn } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { announce } from "../../core/ui/announce";
import type { Fact } from "../../generated/catalogue";
import { keepRefused, openKeptEdit } from "./notShared";

const NEWS_DELAY_MS = 3_000;

/** Follows the cards for as long as the page is there. */
export function followCards(room: Room): void {
  const { live } = room;
  live.onRefused((type, payload, error) => keepRefused(room, type, payload, error));
  let first = true;
  live.onOnline(() => {
    if (first) openKeptEdit(room);
    first = false;
  });
  live.on<{ facts: Fact[] }>("facts", announceNew(room));
}

/** Counts the cards that others add to what is on this screen, and says so now and then. */
function announceNew(room: Room): (batch: { facts: readonly Fact[] }) => void {
  let fresh = 0;
  let waiting = false;
  return ({ facts }) => {
    const here = [room.shown.peek(), ...room.step.shows];
    for (const fact of facts) {
      if (fact.type === "card.added" && here.includes(fact.card.board) && fact.card.author !== room.me) fresh += 1;
    }
    if (!fresh || waiting) return;
    waiting = true;
    setTimeout(() => {
      announce(tn("one new card", "{n} new cards", fresh));
      fresh = 0;
      waiting = false;
    }, NEWS_DELAY_MS);
  };
}
