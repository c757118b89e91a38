/** Undoing what this person did: at the keyboard, or from a message. */
import { useEffect } from "preact/hooks";
import { t } from "../i18n/strings";
import { announce } from "../ui/announce";
import { toast } from "../ui/toasts";
import type { Room } from "./room";

/**
 * Does something and remembers its inverse, at once: whoever presses Ctrl+Z before the
 * answer came undoes this, not what was before it. A refusal leaves nothing to undo.
 */
export async function undoable<T>(room: Room, label: string, job: Promise<T>, inverse: () => Promise<unknown>): Promise<T> {
  const step = room.undo.push(label, inverse);
  try {
    return await job;
  } catch (refused) {
    room.undo.drop(step);
    throw refused;
  }
}

/** Undoes the last own action, and says what it was. */
export async function undoLast(room: Room): Promise<void> {
  try {
    const label = await room.undo.undo();
    announce(label ? t("Undone: {what}", { what: label }) : t("There is nothing to undo."));
  } catch {
    // The refusal has been shown as a message.
  }
}

/** A message with a way back, that is also the last thing that Ctrl+Z undoes. */
export function offerUndo(room: Room, label: string, text: string, again: () => Promise<unknown>): void {
  const step = room.undo.push(label, again);
  const run = () => {
    if (!room.undo.steps.value.includes(step)) return; // undone already, with the keyboard
    room.undo.drop(step);
    void again().catch(() => undefined);
  };
  toast(text, { action: { label: t("Undo"), run } });
}

/** Ctrl+Z outside a text undoes this person's last action. */
export function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches?.("input, textarea, select, [contenteditable=true]");
      if (typing || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
