/** What the core team does next in a consent round, and what is still missing. */
import { day, t } from "../../core/i18n/strings";
import type { NextAct, Room, Task } from "../../core/room/room";
import { loadOnce } from "../../core/ui/lazy";
import type { ConsentRound } from "../../generated/catalogue";
import { roleName } from "../members";
import { answersOf, expectedIn, missingRoles, roundsOf, today, waitsUntil } from "./selectors";

const opening = loadOnce(() => import("./consentOpen"));
const adopting = loadOnce(() => import("./adopt"));

function current(room: Room): ConsentRound | undefined {
  return roundsOf(room.state).find((round) => round.state !== "closed");
}

function objections(room: Room, round: ConsentRound): boolean {
  return answersOf(room.state, round.id).some((one) => one.answer === "objection");
}

/** Why the group cannot agree on a round yet, in words; empty when it can. */
export function whyNotYet(room: Room, round: ConsentRound): string {
  if (round.state !== "revealed") return t("You can agree when everyone has answered.");
  if (objections(room, round)) return t("There is an objection. First find a better sentence, then ask again.");
  const answered = new Set(answersOf(room.state, round.id).map((one) => one.member));
  if (round.members.some((id) => !answered.has(id) && !round.absent.includes(id))) return t("You can agree when everyone has answered.");
  const until = waitsUntil(round, today());
  if (until) return t("You can agree after {date}, or when those who were absent have answered.", { date: day(until, room.boot.language) });
  const missing = missingRoles(room.state, round).map(({ role, missing: n }) => `${n} ${roleName(role, n)}`);
  return missing.length ? t("Still missing: an answer of {people}.", { people: missing.join(", ") }) : "";
}

/** The next act of the core team in a step with a round. */
export function nextAct(room: Room): NextAct | null {
  const round = current(room);
  if (!round) {
    const last = roundsOf(room.state).at(-1);
    if (last?.adopted && !last.words) return null;
    const open = async () => room.show((await opening()).OpenRound);
    return { id: "open-consent", label: t("Open a consent round"), icon: "consent", run: open };
  }
  if (whyNotYet(room, round)) return null;
  const adopt = async () => room.show((await adopting()).Adopt);
  return { id: "adopt", label: round.words ? t("We agree on this part") : t("We agree on this version"), icon: "check", run: adopt };
}

/** What is to be done in such a step. */
export function tasks(room: Room): Task[] {
  const round = current(room) ?? roundsOf(room.state).at(-1);
  if (!round) return [{ label: t("round open"), done: false }];
  const all = expectedIn(round);
  const list: Task[] = [
    { label: t("{n} of {all} answered", { n: round.answered, all }), done: round.answered >= all || round.state === "closed" },
  ];
  if (round.state === "revealed") list.push({ label: t("no objection left"), done: !objections(room, round) });
  list.push({ label: t("agreed"), done: round.adopted === true });
  return list;
}
