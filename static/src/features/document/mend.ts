/** Where a line of the check leads to: the place in the text, or the act that mends it. */
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { sayFine } from "../../core/private/fine";
import { keepForm } from "../../core/room/formDraft";
import type { Room } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import type { BlockInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { focusSoon } from "../../core/ui/focus";
import type { Line } from "./answers";
import { wanted } from "./wanted";

/** What can be done about a line. `stays`: the check is not left for it. */
export interface Act {
  id: string;
  label: string;
  icon: string;
  stays?: boolean;
  run: () => void;
}

/** What to do about what is missing; the first leads on, the others are smaller. */
export function actsFor(room: Room, line: Line): Act[] {
  const acts: Act[] = [];
  if (line.agreement) acts.push(agreementAct(room, line, line.agreement));
  if (line.rule === "quote" && line.card) acts.push(...quoteActs(room, line.card));
  if (line.section) acts.push(textAct(room, line, line.section));
  else if (line.card && !line.agreement && line.rule === "private") acts.push(cardAct(room, line.card));
  if (line.rule === "private" && line.fingerprint) acts.push(fineAct(room, line, line.fingerprint));
  if (line.source) acts.push(sourceAct(room, line.source));
  const block = line.reason === "absent" ? room.boot.blocks.find((one) => one.id === line.block) : undefined;
  if (block && room.steering.value) acts.push(addAct(room, block));
  return acts;
}

/** Opens the form of the agreement, where the agreements are. */
function agreementAct(room: Room, line: Line, agreement: string): Act {
  const label = line.rule === "owner" ? t("Say who does it") : t("Change");
  const run = () => {
    const found = room.state.collections.agreements[agreement];
    const step = room.stepWith("agreements");
    if (!found || !step) return;
    const { text, owner, helpers, start, paid_by, section } = found;
    // The form that is kept there is opened there.
    const fields = { text, owner: owner ?? "", helpers, start: start ?? "", paid_by, section: section ?? "" };
    keepForm(room.drafts, `agreement-${agreement}`, fields);
    room.look(step.id);
  };
  return { id: "agreement", label, icon: "promise", run };
}

/** Leads to the place in the text, also from another step. */
function textAct(room: Room, line: Line, section: string): Act {
  return { id: "text", label: t("Show it in the text"), icon: "edit", run: () => showText(room, line, section) };
}

export function showText(room: Room, line: Line, section: string): void {
  const step = room.stepWith("vision");
  wanted.value = { section, text: line.text ?? "", start: line.start ?? 0, end: line.end ?? 0 };
  if (step) room.look(step.id);
}

function cardAct(room: Room, card: string): Act {
  const run = () => {
    const found = room.state.collections.cards[card];
    if (!found) return;
    room.look(found.board);
    room.view.value = "look";
    room.column.value = found.column;
    focusSoon(`[data-card="${card}"]`);
  };
  return { id: "card", label: t("Go to the card"), icon: "source", run };
}

/** Whoever wrote the card says yes at once; others go to the card, to ask. */
function quoteActs(room: Room, card: string): Act[] {
  const found = room.state.collections.cards[card];
  const key = room.secrets.get(card);
  if (!found || (found.author !== room.me && key === null)) return [cardAct(room, card)];
  const run = () => {
    const done = room.send("card.quote", { card, allowed: true, key }, { as_member: null });
    void done.then(() => announce(t("This card may be quoted in the document."))).catch(() => undefined);
  };
  return [{ id: "quote", label: t("My words may be quoted"), icon: "quote", stays: true, run }];
}

function fineAct(room: Room, line: Line, fingerprint: string): Act {
  const run = () => {
    sayFine(room, line.section || line.agreement || line.card || "", fingerprint);
    announce(t("It may stay"));
  };
  return { id: "fine", label: t("It may stay"), icon: "check", stays: true, run };
}

function sourceAct(room: Room, source: string): Act {
  const run = () => void room.send("source.remove", { source }).catch(() => undefined);
  return { id: "source", label: t("Take away"), icon: "withdraw", stays: true, run };
}

/** The part after which a new one comes: the last before the agreements, with which the text ends. */
function beforeAgreements(room: Room): string | null {
  const { blocks } = room.boot;
  const row = Object.values(room.state.collections.sections)
    .filter((one) => !one.removed)
    .sort(byRank);
  const last = row.findIndex((one) => blocks.some((block) => block.id === one.block && block.kind === "agreements"));
  return row[last - 1]?.id ?? null;
}

/** The core team adds a part that tells what is missing. */
function addAct(room: Room, block: BlockInfo): Act {
  const run = () => {
    const section = newId();
    const level = block.kind === "value" ? 2 : 1;
    const done = room.send("section.add", { section, heading: block.name, level, block: block.id, after: beforeAgreements(room) });
    void done.then(() => showText(room, { rule: "block", present: false }, section)).catch(() => undefined);
  };
  return { id: "add", label: t("Add a part about this"), icon: "add", run };
}
