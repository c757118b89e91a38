/** A dialog over the page: focus goes in, Escape closes, focus goes back to where it was. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n/strings";
import { focusSoon } from "./focus";
import { Icon } from "./icon";
import { focusWrong } from "./written";

/** How many dialogs are open. Nobody is moved to another step meanwhile. */
export const openDialogs = signal(0);

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  onSubmit?: () => void;
  large?: boolean;
  /** Nothing is typed in it, so the group's next step need not wait for it. */
  quiet?: boolean;
}

export function Dialog({ title, onClose, children, actions, onSubmit, large, quiet = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // At once, so that the focus is never nowhere: what an effect leaves behind is done after the page is painted.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const dialog = ref.current;
    if (!quiet) openDialogs.value += 1;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      if (!quiet) openDialogs.value -= 1;
      if (before?.isConnected) before.focus();
      else focusSoon("main h1");
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog dialog--sheet${large ? " dialog--large" : ""}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        method="dialog"
        // What is missing is said beside the field, in the person's language.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
          focusWrong(ref.current);
        }}
      >
        <header class="dialog__head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="button button--icon button--quiet" aria-label={t("Close")} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog__body">{children}</div>
        {actions && <footer class="dialog__actions">{actions}</footer>}
      </form>
    </dialog>
  );
}
