/** Short messages at the edge of the screen: what went wrong, and what can be undone. */
import { signal } from "@preact/signals";
import { t } from "../i18n/strings";
import { Icon } from "./icon";

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  kind: "info" | "error";
  text: string;
  action?: ToastAction;
}

export const toasts = signal<readonly Toast[]>([]);

const INFO_SHOWN_MS = 10_000;
const ERROR_SHOWN_MS = 20_000;
let counter = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Shows a message; the same text is not shown twice at once. Returns its number. */
export function toast(text: string, options: { kind?: Toast["kind"]; action?: ToastAction } = {}): number {
  const kind = options.kind ?? "info";
  const same = toasts.value.find((one) => one.text === text && one.kind === kind && !one.action && !options.action);
  if (same) return same.id;
  const id = ++counter;
  toasts.value = [...toasts.value.slice(-3), { id, kind, text, action: options.action }];
  hold(id, kind);
  return id;
}

/** Takes a message away. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  toasts.value = toasts.value.filter((one) => one.id !== id);
}

function hold(id: number, kind: Toast["kind"]): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => dismiss(id), kind === "error" ? ERROR_SHOWN_MS : INFO_SHOWN_MS),
  );
}

function pause(id: number): void {
  clearTimeout(timers.get(id));
}

/** Where the messages appear; one per page. */
export function Toasts() {
  return (
    <div class="toasts" role="region" aria-label={t("Messages")}>
      {toasts.value.map((one) => (
        <div
          key={one.id}
          class={`toast${one.kind === "error" ? " toast--error" : ""}`}
          role={one.kind === "error" ? "alert" : "status"}
          onPointerEnter={() => pause(one.id)}
          onPointerLeave={() => hold(one.id, one.kind)}
          onFocusIn={() => pause(one.id)}
          onFocusOut={() => hold(one.id, one.kind)}
        >
          <p>{one.text}</p>
          {one.action && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                one.action?.run();
                dismiss(one.id);
              }}
            >
              {one.action.label}
            </button>
          )}
          <button type="button" class="button button--icon button--quiet" aria-label={t("Close message")} onClick={() => dismiss(one.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
