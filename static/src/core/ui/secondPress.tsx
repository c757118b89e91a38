/** A button for what cannot be undone: it asks for a second press, in its place. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon";

const SECOND_PRESS_TIMEOUT_MS = 8_000;

interface Props {
  /** What happens, said after the first press. */
  warning: string;
  /** The words on the button after the first press. */
  sure: string;
  run: () => void;
  /** The words on the button at first. */
  children: ComponentChildren;
  icon?: string;
  buttonClass?: string;
  disabled?: boolean;
  /** The button's name where it has no words of its own. */
  label?: string;
  /** Names the button for whoever looks for it. */
  act?: string;
}

export function SecondPress({ warning, sure, run, children, icon, buttonClass = "button", disabled, label, act }: Props) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(false), SECOND_PRESS_TIMEOUT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const press = () => {
    if (asked) run();
    setAsked(!asked);
  };
  return (
    <>
      <button
        type="button"
        class={asked ? "button button--danger" : buttonClass}
        aria-label={asked ? undefined : label}
        disabled={disabled}
        data-do={act}
        onClick={press}
      >
        {asked ? (
          sure
        ) : (
          <>
            {icon && <Icon name={icon} />} {children}
          </>
        )}
      </button>
      <span role="alert" class={asked ? "second-press" : "visually-hidden"}>
        {asked && warning}
      </span>
    </>
  );
}
