/** Whether everything is saved: always there, and said aloud when it changes for longer than a moment. */
import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import { Icon } from "../ui/icon";
import { t } from "../ui/strings";
import type { Desk } from "./desk";

type Saved = "saved" | "unsaved" | "offline";
/** Ordinary typing is saved sooner than this; only what takes longer is worth saying. */
const SLOW_MS = 1_500;

export function SavedLine({ desk }: { desk: Desk }) {
  const [saved, setSaved] = useState<Saved>("saved");
  useSignalEffect(() => {
    const status = desk.live.status.value;
    const unsaved = desk.texts.unsaved.value;
    if (status === "offline" || status === "gone") {
      setSaved("offline");
      return;
    }
    if (!unsaved) {
      setSaved("saved");
      return;
    }
    const slow = setTimeout(() => setSaved("unsaved"), SLOW_MS);
    return () => clearTimeout(slow);
  });
  const words: Record<Saved, string> = {
    saved: t("Everything is saved."),
    unsaved: t("Not saved yet…"),
    offline: t("No connection. What you write is kept on this device."),
  };
  return (
    <p class={`connection${saved === "saved" ? "" : " is-lost"}`} role="status" aria-live="polite" data-saved={saved}>
      <Icon name={saved === "saved" ? "check" : "warning"} />
      <span>{words[saved]}</span>
    </p>
  );
}
