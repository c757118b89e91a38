/** Where people type a text: it grows with what is typed, counts near the end, and never cuts. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { tn } from "../i18n/strings";
import type { FieldProps } from "./field";
import { Field } from "./field";
import { lettersLeft, problem } from "./limit";

interface Props extends Pick<FieldProps, "id" | "label" | "hint" | "below"> {
  value: string;
  onInput: (text: string) => void;
  max: number;
  /** May not stay empty; said after somebody tried to go on without it. */
  needed?: boolean;
  /** Lines of a larger field; one line without it. */
  rows?: number;
  autofocus?: boolean;
}

/** A field with a text in it. What is wrong stands below it, in the person's language. */
export function WrittenField({ id, label, hint, below, value, onInput, max, needed = false, rows, autofocus }: Props) {
  const control = useRef<HTMLElement>(null);
  const tried = useSignal(false);
  useEffect(() => {
    const form = control.current?.closest("form");
    const sent = () => {
      tried.value = true;
    };
    // Before the form's own handler, so that what is missing is there when that one looks.
    form?.addEventListener("submit", sent, { capture: true });
    return () => form?.removeEventListener("submit", sent, { capture: true });
  }, []);
  const shared = {
    dir: "auto" as const,
    "data-autofocus": autofocus,
    "aria-required": needed ? ("true" as const) : undefined,
    value,
  };
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={problem(value, max, needed && tried.value)}
      below={
        <>
          <LettersLeft text={value} max={max} />
          {below}
        </>
      }
    >
      {rows ? (
        <textarea
          {...shared}
          ref={control as preact.RefObject<HTMLTextAreaElement>}
          class="textarea"
          rows={rows}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          ref={control as preact.RefObject<HTMLInputElement>}
          class="input"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** How many letters still fit, near the end. */
export function LettersLeft({ text, max }: { text: string; max: number }) {
  const left = lettersLeft(text, max);
  return left !== null && left >= 0 ? <p class="letters-left">{tn("one letter left", "{n} letters left", left)}</p> : null;
}

/** Puts the focus on the first field of a form in which something is wrong, once it is drawn. */
export function focusWrong(form: Element | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()));
}
