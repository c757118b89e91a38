/** A field to fill in: its label, a hint, the control, and what is wrong with it. As the macro `field` of the templates. */

import type { ComponentChildren, VNode } from "preact";
import { cloneElement } from "preact";
import { useEffect } from "preact/hooks";
import { announce } from "./announce";
import { Icon } from "./icon";

export interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** The control; it gets the id, and is described by the hint and the error. */
  children: VNode<{ id?: string; "aria-describedby"?: string; "aria-invalid"?: "true" }>;
  /** What belongs to the control and comes below it. */
  below?: ComponentChildren;
}

export function Field({ id, label, hint, error, children, below }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`field${error ? " has-error" : ""}`}>
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {cloneElement(children, { id, "aria-describedby": described || undefined, "aria-invalid": error ? "true" : undefined })}
      <Wrong id={`${id}-error`} text={error} />
      {below}
    </div>
  );
}

/** What is wrong with a field, below it; said aloud once when it comes. */
export function Wrong({ id, text }: { id: string; text: string | undefined }) {
  useEffect(() => {
    if (text) announce(text);
  }, [Boolean(text)]);
  if (!text) return null;
  return (
    <p class="error" id={id}>
      <Icon name="warning" /> <span>{text}</span>
    </p>
  );
}
