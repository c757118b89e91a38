/** What a settled word means, where it was pressed in the text: a parent's own words first. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { EditorView } from "prosemirror-view";
import { t, tn } from "../../core/i18n/strings";
import { SpeakButton } from "../../core/room/speakButton";
import { Icon } from "../../core/ui/icon";
import { toast } from "../../core/ui/toasts";
import type { Term } from "../../generated/catalogue";
import { nameOf } from "../members";
import type { Insertion } from "../wordings";
import { Change } from "../wordings";
import { blockText } from "./marks";
import type { ShownTerm, TextTerms } from "./textTerms";
import type { VisionPage } from "./visionPage";

const EDGE_PX = 8;

interface Props {
  page: VisionPage;
  terms: TextTerms;
  /** Opens the list in which it is replaced everywhere. */
  replace: (term: string) => void;
}

export function TermPopover({ page, terms, replace }: Props) {
  const shown = terms.shown.value;
  const times = useRef({ shown, opened: 0 });
  if (times.current.shown !== shown) times.current = { shown, opened: times.current.opened + 1 };
  const term = shown && page.state.collections.terms[shown.term];
  if (!shown || !term) return null;
  return <Card key={times.current.opened} page={page} terms={terms} shown={shown} term={term} replace={replace} />;
}

function Card({ page, terms, shown, term, replace }: Props & { shown: ShownTerm; term: Term }) {
  const box = useRef<HTMLDivElement>(null);
  const here = useRef(placeIn(page, shown));
  const writing = page.mode.value === "write";
  useLayoutEffect(() => {
    const card = box.current;
    if (!card) return undefined;
    card.showPopover?.();
    if (shown.focus) card.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    // The sentence with our own words in it may come a moment later.
    const grown = new ResizeObserver(() => place(card, shown.element));
    grown.observe(card);
    return () => grown.disconnect();
  }, []);
  const close = () => {
    if (terms.shown.peek() !== shown) return;
    const inside = box.current?.contains(document.activeElement);
    terms.shown.value = null;
    if (!inside) return;
    if (shown.element.tabIndex >= 0 && shown.element.isConnected) shown.element.focus({ preventScroll: true });
    else page.plain.view(shown.section)?.focus();
  };
  const use = (change: Insertion) => {
    const view = page.plain.view(shown.section);
    if (!view || !here.current || !changeAt(view, here.current.begins, change)) toast(t("These words changed meanwhile."));
    close();
  };
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-labelledby="term-card"
      class="mark-card term-card"
      onBeforeToggle={(event) => {
        if (event.newState === "closed") close();
      }}
    >
      <button type="button" class="mark-card__close button button--icon button--quiet" aria-label={t("Close")} onClick={close}>
        <Icon name="close" />
      </button>
      <p class="term-card__word" id="term-card" lang={page.boot.community.language} dir="auto">
        {term.word}
      </p>
      <div class="stack stack--tight">
        <TermWords page={page} term={term} />
        {writing && <Here page={page} block={here.current?.block} from={here.current?.from} use={use} />}
        <Still page={page} terms={terms} term={term} />
        <div>
          <button
            type="button"
            class="button button--small"
            onClick={() => {
              close();
              replace(term.id);
            }}
          >
            <Icon name="edit" /> {t("Replace it everywhere…")}
          </button>
        </div>
      </div>
    </div>
  );
}

/** A settled word: how a parent says it, how we say it in the text, how a professional explains it. */
export function TermWords({ page, term }: { page: VisionPage; term: Term }) {
  const lang = page.boot.community.language;
  const name = (member: string | null) => nameOf(page.state, member);
  return (
    <>
      <div class="term-card__said">
        <div>
          <p class="small soft">{t("{name} says it like this:", { name: name(term.said_by) || t("a parent") })}</p>
          <p class="term-card__own" lang={lang} dir="auto">
            “{term.own_words}”
          </p>
        </div>
        <SpeakButton text={term.own_words} />
      </div>
      <p class="term-card__plain">
        <span class="kicker">{t("So we say it:")}</span>{" "}
        <span lang={lang} dir="auto">
          {term.plain}
        </span>
      </p>
      {term.explanation && (
        <details class="small">
          <summary>{t("How a professional explains it")}</summary>
          <p lang={lang} dir="auto">
            {term.explanation}
          </p>
        </details>
      )}
    </>
  );
}

/** How often the word is still in the text, as people write. */
export function Still({ page, terms, term }: { page: VisionPage; terms: TextTerms; term: Term }) {
  const ids = page.sections.value.map((section) => section.id).join(" ");
  useEffect(() => terms.look(ids.split(" ").filter(Boolean)), [ids]);
  const count = terms.counts.value.get(term.id) ?? 0;
  return (
    <p class="small" role="status" data-still={count}>
      {count ? tn("Still once in our text.", "Still {n} times in our text.", count) : t("Not in our text any more.")}
    </p>
  );
}

interface HereProps {
  page: VisionPage;
  block: string | undefined;
  from: number | undefined;
  use: (change: Insertion) => void;
}

/** The sentence with our own words in it, when it survives that. */
function Here({ page, block, from, use }: HereProps) {
  void page.plain.checker.revision.value;
  const check = block === undefined ? undefined : page.plain.checker.look(block);
  const mark = check?.marks.find((one) => one.kind === "agreed" && one.start === from);
  const change = mark?.insertions[0];
  return change ? <Change change={change} lang={page.boot.community.language} use={use} /> : null;
}

/** Makes a change at a place of the text, when the words are still there. */
function changeAt(view: EditorView, begins: number, change: Insertion): boolean {
  const [from, to] = [begins + change.start, begins + change.end];
  const { doc } = view.state;
  if (to > doc.content.size || doc.textBetween(from, to, "\n", "\n") !== change.old) return false;
  view.dispatch(view.state.tr.insertText(change.text, from, to).scrollIntoView());
  return true;
}

/** Where the pressed word stands in its block, for who writes. */
function placeIn(page: VisionPage, { section, element }: ShownTerm): { block: string; begins: number; from: number } | null {
  const view = page.plain.view(section);
  if (!view?.dom.contains(element)) return null;
  const pos = view.posAtDOM(element, 0);
  const $pos = view.state.doc.resolve(pos);
  const begins = $pos.start();
  return { block: blockText($pos.parent), begins, from: pos - begins };
}

/** Under the word; above it where there is no room. On a phone the style sheet puts it below. */
function place(card: HTMLElement, word: HTMLElement): void {
  const [at = word.getBoundingClientRect()] = word.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const { innerWidth, innerHeight } = globalThis;
  const left = Math.max(EDGE_PX, Math.min(at.left, innerWidth - width - EDGE_PX));
  const below = at.bottom + EDGE_PX;
  const top = below + height < innerHeight ? below : Math.max(EDGE_PX, at.top - height - EDGE_PX);
  const turned = getComputedStyle(card).direction === "rtl";
  card.style.setProperty("--start", `${turned ? innerWidth - left - width : left}px`);
  card.style.setProperty("--top", `${top}px`);
}
