/** The toolbar of the text in which somebody writes. Arrow keys walk through it; Tab goes past it. */
import { useRef, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import type { TextAction } from "./textActions";
import { ariaKey, TEXT_ACTIONS } from "./textActions";
import type { VisionPage } from "./visionPage";

export function Toolbar({ page }: { page: VisionPage }) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const walk = (event: KeyboardEvent) => {
    const buttons = Array.from(bar.current?.querySelectorAll<HTMLElement>("button.tool") ?? []);
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    const rtl = getComputedStyle(bar.current as Element).direction === "rtl";
    const goes: Record<string, number> = {
      ArrowRight: now + (rtl ? -1 : 1),
      ArrowLeft: now + (rtl ? 1 : -1),
      Home: 0,
      End: buttons.length - 1,
    };
    const to = goes[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    setAt(Math.min(next, TEXT_ACTIONS.length - 1));
    buttons[next]?.focus();
  };
  return (
    <div ref={bar} class="vision__toolbar" role="toolbar" aria-label={t("Make up the text")} onKeyDown={walk}>
      {TEXT_ACTIONS.map((action, index) => (
        <Tool key={action.id} page={page} action={action} first={index === at} onUse={() => setAt(index)} />
      ))}
    </div>
  );
}

interface ToolProps {
  page: VisionPage;
  action: TextAction;
  first: boolean;
  onUse: () => void;
}

function Tool({ page, action, first, onUse }: ToolProps) {
  const state = page.editor.value;
  // What was done in all parts at once is taken back here too.
  const whole = action.id === "undo" && page.replaced.there.value;
  const possible = whole || (state !== null && action.can(state));
  const use = (event: MouseEvent) => {
    onUse();
    const view = page.writing.peek()?.view;
    if (whole && (page.replaced.undoFirst() || (!(view && action.can(view.state)) && page.replaced.undo()))) return;
    if (!view || !action.can(view.state)) return;
    action.run(view.state, view.dispatch, view);
    // A click with pointer or finger goes on in the text; from the keyboard one may want the next button.
    if (event.detail > 0) view.focus();
  };
  const label = action.label();
  return (
    <>
      {action.gap && <span class="tool-gap" />}
      <button
        type="button"
        class="tool"
        tabIndex={first ? 0 : -1}
        aria-label={label}
        title={label}
        aria-pressed={action.on ? state !== null && action.on(state) : undefined}
        aria-disabled={!possible}
        aria-keyshortcuts={action.key ? ariaKey(action.key) : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={use}
      >
        <Icon name={action.icon} />
      </button>
    </>
  );
}
