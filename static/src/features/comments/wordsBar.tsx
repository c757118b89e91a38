/** What one can do with words that were tapped or selected in a text that one reads. */
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { openDialogs } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { CHOSEN, draw } from "./highlights";
import type { Chosen } from "./onPage";
import { selectedWords, sentenceAt } from "./onPage";
import { hardSentence } from "./selectors";
import { opened } from "./shown";
import { UnclearButton } from "./unclear";

const SELECTED_DELAY_MS = 350;
const EDGE_PX = 8;

export function WordsBar({ page }: { page: VisionPage }) {
  const chosen = useSignal<Chosen | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const choose = (found: Chosen | null) => {
      if (!found || openDialogs.peek() > 0) return;
      turn.current += 1;
      chosen.value = found;
    };
    const tapped = (event: MouseEvent) => {
      if (document.getSelection()?.isCollapsed !== false) choose(sentenceAt(page, event));
    };
    const selected = () => {
      clearTimeout(timer);
      timer = setTimeout(() => choose(selectedWords(page)), SELECTED_DELAY_MS);
    };
    document.addEventListener("click", tapped);
    document.addEventListener("selectionchange", selected);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", tapped);
      document.removeEventListener("selectionchange", selected);
    };
  }, []);
  const close = (of: Chosen) => {
    if (chosen.peek() === of) chosen.value = null;
  };
  const now = chosen.value;
  return now && <Bar key={turn.current} page={page} chosen={now} close={() => close(now)} />;
}

function Bar({ page, chosen, close }: { page: VisionPage; chosen: Chosen; close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const bar = box.current;
    if (!bar) return undefined;
    bar.showPopover?.();
    place(bar, chosen.range);
    draw(CHOSEN, [chosen.range]);
    // Who selects words goes on selecting; who tapped a sentence wants one of these.
    if (document.getSelection()?.isCollapsed !== false) bar.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    return () => draw(CHOSEN, []);
  }, []);
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={t("About these words")}
      class="words-bar"
      onBeforeToggle={(event) => {
        if (event.newState === "closed") close();
      }}
    >
      <WordsActions page={page} words={chosen.words} sentence={chosen.sentence} done={close} />
      <button type="button" class="button button--icon button--quiet words-bar__close" aria-label={t("Close")} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface ActionsProps {
  page: VisionPage;
  words: Anchor;
  sentence: Anchor;
  /** Something else was opened. */
  done?: () => void;
}

/** The three things one can say about words. */
export function WordsActions({ page, words, sentence, done }: ActionsProps) {
  const count = hardSentence(page.state, sentence)?.count ?? 0;
  const write = (proposes: boolean) => {
    opened.value = { kind: "write", anchor: words, proposes };
    done?.();
  };
  return (
    <div class="words-bar__actions">
      <UnclearButton page={page} sentence={sentence} className="button button--primary" />
      <button type="button" class="button" data-do="comment" onClick={() => write(false)}>
        <Icon name="comment" /> {t("Comment")}
      </button>
      <button type="button" class="button" data-do="propose" onClick={() => write(true)}>
        <Icon name="edit" /> {t("Propose other words")}
      </button>
      {count > 0 && (
        <p class="small soft" role="status">
          {tn("One person does not get this sentence.", "{n} people do not get this sentence.", count)}
        </p>
      )}
    </div>
  );
}

/** Under the words; above them where there is no room. On a phone the style sheet puts it below. */
function place(bar: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect();
  const { width, height } = bar.getBoundingClientRect();
  const left = Math.max(EDGE_PX, Math.min(words.left, innerWidth - width - EDGE_PX));
  const below = words.bottom + EDGE_PX;
  const top = below + height < innerHeight ? below : Math.max(EDGE_PX, words.top - height - EDGE_PX);
  const turned = getComputedStyle(bar).direction === "rtl";
  bar.style.setProperty("--start", `${turned ? innerWidth - left - width : left}px`);
  bar.style.setProperty("--top", `${top}px`);
}
