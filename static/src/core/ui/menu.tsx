/** A button that opens a menu. Arrow keys walk through it, Escape closes it. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon";

/** One thing a person can do: its words, its picture and what it does. */
export interface Action {
  id: string;
  label: string;
  icon: string;
  run?: () => void;
  href?: string;
  danger?: boolean;
}

interface Props {
  label: string;
  actions: readonly Action[];
  icon?: string;
  children?: ComponentChildren;
  buttonClass?: string;
  data?: Record<string, string>;
}

export function Menu({ label, actions, icon = "more", children, buttonClass, data }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={buttonClass ?? "button button--icon button--quiet"}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        {...data}
      >
        <Icon name={icon} />
        {children}
      </button>
      {open && <MenuList label={label} actions={actions} button={button.current} close={close} />}
    </>
  );
}

interface ListProps {
  label: string;
  actions: readonly Action[];
  button: HTMLButtonElement | null;
  close: (focus: boolean) => void;
}

function MenuList({ label, actions, button, close }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu) return;
    menu.showPopover?.();
    if (button) place(menu, button);
    menu.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !button?.contains(target)) close(false);
    };
    const moved = () => close(false);
    document.addEventListener("pointerdown", outside);
    globalThis.addEventListener("resize", moved);
    return () => {
      document.removeEventListener("pointerdown", outside);
      globalThis.removeEventListener("resize", moved);
    };
  }, []);
  return (
    <div ref={list} class="menu" popover="manual" role="menu" aria-label={label} onKeyDown={(event) => walk(event, list.current, close)}>
      {actions.map((action) =>
        action.href ? (
          <a key={action.id} class="menu__item" role="menuitem" tabIndex={-1} data-action={action.id} href={action.href}>
            <Icon name={action.icon} />
            {action.label}
          </a>
        ) : (
          <button
            key={action.id}
            type="button"
            class={`menu__item${action.danger ? " menu__item--danger" : ""}`}
            role="menuitem"
            tabIndex={-1}
            data-action={action.id}
            onClick={() => {
              close(true);
              action.run?.();
            }}
          >
            <Icon name={action.icon} />
            {action.label}
          </button>
        ),
      )}
    </div>
  );
}

function walk(event: KeyboardEvent, list: HTMLElement | null, close: (focus: boolean) => void): void {
  const items = Array.from(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const goes: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const to = goes[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    close(true);
    if (event.key === "Escape") event.preventDefault();
  } else if (to !== undefined) {
    items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
  }
  event.stopPropagation();
}

/** Beside its button and inside the screen; a popover lies above everything else. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + height + 8 <= innerHeight || box.top < height;
  const left = Math.min(Math.max(8, box.right - width), innerWidth - width - 8);
  menu.style.position = "fixed";
  menu.style.inset = "auto";
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(8, below ? Math.min(box.bottom + 4, innerHeight - height - 8) : box.top - height - 4)}px`;
}
