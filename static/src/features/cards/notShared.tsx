/** Cards that were refused: why, where their words are kept, and how to get there. */
import { signal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import type { CommandError } from "../../core/live/contract";
import { keepForm } from "../../core/room/formDraft";
import type { Room } from "../../core/room/room";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import { EditDialog } from "./dialogs";
import { editPlace, keptEdits } from "./editKept";

type Payload = Readonly<Record<string, unknown>>;

/** By place ("step/column"), why what is written there was not shared. */
const refusals = signal<Readonly<Record<string, string>>>({});

/** Said where the words are. The cause may be over by now, so one can try again. */
export function NotShared({ place }: { place: string }) {
  const why = refusals.value[place];
  if (!why) return null;
  return (
    <Notice kind="warn" role="status" title={t("This is not shared yet.")}>
      <p>{why}</p>
      <p>{t("Your words are still here. You can try again.")}</p>
    </Notice>
  );
}

/** Somebody tries again: the reason may be over. */
export function trying(place: string): void {
  const { [place]: _, ...others } = refusals.peek();
  refusals.value = others;
}

/** Brings words that were refused back to where they were written. Whether it was such a command. */
export function keepRefused(room: Room, type: string, payload: Payload, error: CommandError): boolean {
  if (type === "card.add") return keepNew(room, payload, error);
  if (type === "card.edit") keepChanged(room, payload);
  return false;
}

function keepNew(room: Room, payload: Payload, error: CommandError): boolean {
  const board = String(payload["board"]);
  const column = String(payload["column"]);
  const place = `${board}/${column}`;
  room.drafts.putBack(place, String(payload["text"]), payload["picture"]);
  const translation = String(payload["translation"] ?? "");
  if (translation && !room.drafts.get(`${place}/translation`)) room.drafts.set(`${place}/translation`, translation);
  room.secrets.drop(String(payload["card"]));
  refusals.value = { ...refusals.peek(), [place]: error.message };
  const there = () => {
    if (room.agenda.step(board)) room.look(board);
    room.column.value = column;
  };
  const text = t("Your card is not shared. {why} Your words are kept where you wrote them.", { why: error.message });
  toast(text, { kind: "error", action: { label: t("To my words"), run: there } });
  return true;
}

/** A change that waited for the connection and was refused: the dialog opens again with it. */
function keepChanged(room: Room, payload: Payload): void {
  const id = String(payload["card"]);
  const opened = room.opened.peek();
  const card = room.state.collections.cards[id] ?? keptEdits(room.drafts).find((one) => one.id === id);
  if (opened?.card.id === id || !card) return;
  const kept = { text: String(payload["text"]), translation: String(payload["translation"] ?? ""), due: String(payload["due"] ?? "") };
  keepForm(room.drafts, editPlace(id), { base: { ...card, rev: Number(payload["rev"]) }, ...kept });
  if (opened)
    toast(t("A change of a card was refused."), {
      kind: "error",
      action: { label: t("To my words"), run: () => room.open(EditDialog, card) },
    });
  else room.open(EditDialog, card);
}

/** Opens again what somebody was changing when the page was closed. */
export function openKeptEdit(room: Room): void {
  const [card] = keptEdits(room.drafts);
  if (card && !room.opened.peek()) room.open(EditDialog, card);
}
