/** The vision in the room: the group writes its text with the same clock, steering and presence. */
import type { Signal } from "@preact/signals";
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { communityOf } from "../../core/store/community";
import type { StepInfo } from "../../core/store/phases";
import { Dialog } from "../../core/ui/dialog";
import { focusSoon } from "../../core/ui/focus";
import { Notice } from "../../core/ui/notice";
import { AboutStep } from "../agenda";
import { CommentsLayer, UnclearWhileRead } from "../comments";
import { DocumentCheck, wanted } from "../document";
import { findSettled, MarkPopover, PlainDialog, reach, SettledWords, VisionPage } from "../editor";
import { NeighboursBar, neighboursRead, PublishDraft } from "../neighbours";
import { ReadAloud } from "../reading";
import type { Ask } from "../sections";
import { AskDialog, CardsPanel, Outline, SourcesDialog } from "../sections";
import { LanguageBar, readingOf } from "../translations";
import { VersionsDialog } from "../versions";
import { brought } from "./address";
import type { Opened } from "./bar";
import { Bar } from "./bar";
import { Paper } from "./paper";
import { isSmall, layoutOf, useWidth } from "./size";

export { tellElsewhere } from "../comments";

const pages = new WeakMap<Room, VisionPage>();

/** The text of a room: made once, and kept while its people look at other steps. */
export function pageOf(room: Room): VisionPage {
  const known = pages.get(room);
  if (known) return known;
  const page = new VisionPage(room, brought);
  page.mode.value = isSmall(innerWidth) ? "read" : "write";
  room.holdWhile(() => page.busy());
  pages.set(room, page);
  return page;
}

export function Vision({ step }: { step: StepInfo }) {
  const room = useRoom();
  const page = pageOf(room);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place).value;
  const [ask, setAsk] = useState<Ask | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (what: Opened) => (what === "check" ? room.show(DocumentCheck) : setOpened(what));
  const reading = useSignal<string | null>(null);
  const writing = page.mode.value === "write";
  const other = readingOf(page.boot.community.id);
  const layout = layoutOf(width, writing, page.cardsBeside.value);
  const go = (section: string) => goTo(page, section);
  useCurrent(page);
  useSettled(page);
  useReturn(page);
  useTitle(page);
  useKeyboard(page, place);
  useWanted(page, go);
  useBrought(page, () => setOpened(layoutOf(width, true, true).beside ? null : "cards"));
  // The panel beside the text takes the place of the dialog, when a screen is turned.
  const dialog = opened === "cards" && layout.beside ? null : opened;
  const close = () => setOpened(null);
  return (
    <div ref={place} class={`vision${layout.beside ? " vision--beside" : ""}${layout.outline ? " vision--outline" : ""}`}>
      <Stale page={page} />
      <Bar page={page} layout={layout} ask={setAsk} go={go} open={open} read={() => (reading.value = page.current.value)} />
      {neighboursRead(page) && <NeighboursBar page={page} />}
      {other.value && <LanguageBar page={page} reading={other} />}
      {layout.outline && <Outline page={page} ask={setAsk} go={go} writing={writing} />}
      <Paper page={page} small={layout.small} ask={setAsk} go={go} />
      {layout.beside && (
        <aside class="vision__side" aria-label={t("Cards")}>
          <CardsPanel page={page} />
        </aside>
      )}
      {ask && <AskDialog page={page} ask={ask} close={() => setAsk(null)} />}
      {dialog === "cards" && (
        <Dialog title={t("Cards")} onClose={close} large>
          <CardsPanel page={page} onUsed={close} />
        </Dialog>
      )}
      {dialog === "plain" && <PlainDialog page={page} go={go} close={close} />}
      {dialog === "task" && (
        <Dialog title={step.name} onClose={close}>
          <AboutStep step={step} />
        </Dialog>
      )}
      {dialog === "versions" && <VersionsDialog onClose={close} more={<PublishDraft page={page} done={close} />} />}
      {(dialog === "words" || page.words.value) && <SettledWords page={page} list={dialog === "words"} close={close} />}
      <MarkPopover plain={page.plain} />
      <CommentsLayer page={page} go={go} />
      <SourcesDialog page={page} writing={writing} />
      {reading.value !== null && !writing && (
        <ReadAloud
          section={reading.value}
          language={page.boot.community.language}
          onClose={() => closeReading(reading)}
          extra={(sentence) => <UnclearWhileRead page={page} sentence={sentence} />}
        />
      )}
    </div>
  );
}

function closeReading(reading: Signal<string | null>): void {
  reading.value = null;
  focusSoon(".vision__bar [data-do=read]");
}

/** Brings a part on the screen. */
function goTo(page: VisionPage, section: string): void {
  page.arrived.value = null;
  page.current.value = section;
  requestAnimationFrame(() => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    document.getElementById(`section-${section}`)?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    focusSoon(`#heading-${section}`);
  });
}

/** Whoever comes with a card comes to write; the card waits in the panel, or in a dialog where that is away. */
function useBrought(page: VisionPage, show: () => void): void {
  const id = page.brought.value;
  const known = id !== null && page.state.collections.cards[id] !== undefined;
  useEffect(() => {
    if (!known) return;
    page.mode.value = "write";
    page.cardsBeside.value = true;
    show();
  }, [known, id]);
}

/** Goes to the place that somebody wants to see, also when they come from another step. */
function useWanted(page: VisionPage, go: (section: string) => void): void {
  useSignalEffect(() => {
    const place = wanted.value;
    if (!place || !page.sections.value.some((one) => one.id === place.section)) return;
    wanted.value = null;
    const { section, text: block, start, end } = place;
    go(section);
    if (block) void reach(page, { section, block, what: { start, end } });
  });
}

/** What draws the settled words comes when there are any. */
function useSettled(page: VisionPage): void {
  const any = Object.values(page.state.collections.terms).some((term) => term.state === "settled");
  useEffect(() => {
    if (any && !page.words.peek()) void findSettled(page).catch(() => undefined);
  }, [any]);
}

/** The section that is looked at is one that exists. */
function useCurrent(page: VisionPage): void {
  useSignalEffect(() => {
    const row = page.sections.value;
    const first = row[0];
    if (first && !row.some((one) => one.id === page.current.value)) page.current.value = first.id;
  });
}

/** Whoever looked at another step comes back to the part where they were. */
function useReturn(page: VisionPage): void {
  useEffect(() => {
    const before = page.left?.section;
    // After the room has scrolled to the top of the step.
    const turn = requestAnimationFrame(() => {
      if (before) document.getElementById(`section-${before}`)?.scrollIntoView({ block: "start" });
    });
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(".vision__title")?.focus({ preventScroll: true });
    return () => cancelAnimationFrame(turn);
  }, []);
}

/** The page's title is the vision's while it is looked at. */
function useTitle(page: VisionPage): void {
  useSignalEffect(() => {
    const before = document.title;
    const title = communityOf(page.state)?.title || t("Our vision");
    document.title = `${title} · ${page.boot.community.name} · Minidorp`;
    return () => {
      document.title = before;
    };
  });
}

/** With a phone's keyboard open the row above the text and the line that is written stay in view. */
function useKeyboard(page: VisionPage, place: { current: HTMLElement | null }): void {
  useEffect(() => {
    const screen = globalThis.visualViewport;
    if (!screen) return undefined;
    // Where the page is not made smaller, what is seen moves over it.
    const moved = () => place.current?.style.setProperty("--viewport-top", `${Math.max(0, Math.round(screen.offsetTop))}px`);
    const resized = () => {
      moved();
      const view = page.writing.peek()?.view;
      if (view?.hasFocus()) view.dispatch(view.state.tr.scrollIntoView());
    };
    screen.addEventListener("scroll", moved);
    screen.addEventListener("resize", resized);
    return () => {
      screen.removeEventListener("scroll", moved);
      screen.removeEventListener("resize", resized);
    };
  }, []);
}

function Stale({ page }: { page: VisionPage }) {
  if (!page.texts.stale.value) return null;
  return (
    <Notice kind="warn" role="alert" title={t("There is a new version of this page.")}>
      <p>{t("Reload the page before you write on. What you wrote is kept.")}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t("Reload the page")}
      </button>
    </Notice>
  );
}
