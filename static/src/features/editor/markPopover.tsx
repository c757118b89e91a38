/** The card of one mark, at its place in the text. Whoever clicked types on; by keyboard the focus goes in. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import { toast } from "../../core/ui/toasts";
import type { Insertion } from "../wordings";
import { MarkCard } from "../wordings";
import { replaceWords } from "./marks";
import type { PlainWords, Shown } from "./plain";

const EDGE_PX = 8;

export function MarkPopover({ plain }: { plain: PlainWords }) {
  const shown = plain.shown.value;
  const times = useRef({ shown, opened: 0 });
  if (times.current.shown !== shown) times.current = { shown, opened: times.current.opened + 1 };
  return shown ? <Card key={times.current.opened} plain={plain} shown={shown} /> : null;
}

function Card({ plain, shown }: { plain: PlainWords; shown: Shown }) {
  const box = useRef<HTMLDivElement>(null);
  const { view, mark, from } = shown;
  useLayoutEffect(() => {
    const card = box.current;
    if (!card) return undefined;
    card.showPopover?.();
    if (shown.focus) card.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    // What comes a moment later, or unfolds, makes it larger.
    const watch = new ResizeObserver(() => !view.isDestroyed && place(card, shown));
    watch.observe(card);
    return () => watch.disconnect();
  }, []);
  const close = () => {
    if (plain.shown.peek() !== shown) return;
    const inside = box.current?.contains(document.activeElement);
    plain.shown.value = null;
    if (inside && view.dom.isConnected) view.focus();
  };
  const use = (change: Insertion) => {
    if (!replaceWords(view, mark, from, change)) toast(t("These words changed meanwhile."));
    close();
  };
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-labelledby="mark-words"
      class="mark-card"
      onBeforeToggle={(event) => {
        // At once, not with the "toggle" that comes later: who opens it again in between keeps it open.
        if (event.newState === "closed") close();
      }}
    >
      <button type="button" class="mark-card__close button button--icon button--quiet" aria-label={t("Close")} onClick={close}>
        <Icon name="close" />
      </button>
      <MarkCard live={plain.live} mark={mark} lang={plain.language} use={view.editable ? use : undefined} done={close} id="mark-words" />
    </div>
  );
}

/** Under the words; above them where there is no room. On a phone the style sheet puts it below. */
function place(card: HTMLElement, { view, from, mark }: Shown): void {
  const words = view.coordsAtPos(Math.min(from, view.state.doc.content.size));
  const end = view.coordsAtPos(Math.min(from + mark.end - mark.start, view.state.doc.content.size));
  const { width, height } = card.getBoundingClientRect();
  const { innerWidth, innerHeight } = globalThis;
  const left = Math.max(EDGE_PX, Math.min(words.left, innerWidth - width - EDGE_PX));
  const below = end.bottom + EDGE_PX;
  const top = below + height < innerHeight ? below : Math.max(EDGE_PX, words.top - height - EDGE_PX);
  const turned = getComputedStyle(card).direction === "rtl";
  card.style.setProperty("--start", `${turned ? innerWidth - left - width : left}px`);
  card.style.setProperty("--top", `${top}px`);
}
