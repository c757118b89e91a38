/** What the core team does next in a consent round, and what is still missing. */
import { t } from "../../core/i18n/strings";
import type { NextAct, Room, Task } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { loadOnce } from "../../core/ui/lazy";
import type { ConsentRound } from "../../generated/catalogue";
import { answersOf, roundsOf } from "./selectors";

const opening = loadOnce(() => import("./consentOpen"));
const adopting = loadOnce(() => import("./adopt"));

function current(room: Room): ConsentRound | undefined {
  return roundsOf(room.state).find((round) => round.state !== "closed");
}

function objections(room: Room, round: ConsentRound): boolean {
  return answersOf(room.state, round.id).some((one) => one.answer === "objection");
}

export function nextAct(room: Room, step: StepInfo | null): NextAct | null {
  if (step?.tool !== "consent") return null;
  const round = current(room);
  if (!round) {
    if (roundsOf(room.state).at(-1)?.adopted) return null;
    const open = async () => room.show((await opening()).OpenRound);
    return { id: "open-consent", label: t("Open a consent round"), icon: "consent", run: open };
  }
  if (round.state !== "revealed" || objections(room, round)) return null;
  const adopt = async () => room.show((await adopting()).Adopt);
  return { id: "adopt", label: t("We agree on this version"), icon: "check", run: adopt };
}

export function tasks(room: Room, step: StepInfo): Task[] {
  if (step.tool !== "consent") return [];
  const round = current(room) ?? roundsOf(room.state).at(-1);
  if (!round) return [{ label: t("round open"), done: false }];
  const all = round.members.length;
  const list: Task[] = [
    { label: t("{n} of {all} answered", { n: round.answered, all }), done: round.answered >= all || round.state === "closed" },
  ];
  if (round.state === "revealed") list.push({ label: t("no objection left"), done: !objections(room, round) });
  list.push({ label: t("agreed"), done: round.adopted === true });
  return list;
}
