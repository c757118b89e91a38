/** Whether everything is saved: always there, and said aloud when it changes for longer than a moment. */

import type { Signal } from "@preact/signals";
import { effect, signal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import type { Status } from "../../core/live/connection";
import { Icon } from "../../core/ui/icon";

export type Saved = "saved" | "unsaved" | "offline";

/** Ordinary typing is saved sooner than this; only what takes longer is worth saying. */
const SLOW_AFTER_MS = 1_500;

/** Follows the connection and the texts, without flickering at every key. */
export function followSaved(status: Signal<Status>, unsaved: { readonly value: boolean }): Signal<Saved> {
  const saved = signal<Saved>("saved");
  effect(() => {
    if (status.value === "offline" || status.value === "gone") {
      saved.value = "offline";
      return;
    }
    if (!unsaved.value) {
      saved.value = "saved";
      return;
    }
    const slow = setTimeout(() => (saved.value = "unsaved"), SLOW_AFTER_MS);
    return () => clearTimeout(slow);
  });
  return saved;
}

export function SavedLine({ saved }: { saved: Saved }) {
  const words: Record<Saved, string> = {
    saved: t("Saved"),
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
