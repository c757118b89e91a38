/** The page on which a group writes its vision. */
import { effect, signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { communityOf, isSteering } from "../../core/store/community";
import { Announcer } from "../../core/ui/announce";
import { Dialog } from "../../core/ui/dialog";
import { Empty } from "../../core/ui/empty";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import { Toasts } from "../../core/ui/toasts";
import type { VisionPage } from "../../features/editor";
import { MarkPopover, PlainButton, PlainDialog, SavedLine, Toolbar } from "../../features/editor";
import type { Ask } from "../../features/sections";
import { AskDialog, CardsPanel, Outline, SectionView, SourcesDialog } from "../../features/sections";
import type { Section } from "../../generated/catalogue";

function media(query: string) {
  const list = globalThis.matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener("change", () => {
    matches.value = list.matches;
  });
  return matches;
}

/** One section at a time; the same widths as in the style sheet. */
const small = media("(max-width: 59.99rem)");
/** Wide enough for the cards beside the text. */
const sided = media("(min-width: 82rem)");

/** Reading, or writing. On a phone one begins with reading. */
const writing = signal(!small.peek());

/** So many texts are asked for at once when the page comes. */
const FIRST_SECTIONS = 4;
/** By then everything is shown, whatever did not come. */
const MAX_WAIT_MS = 4_000;

export function VisionApp({ page }: { page: VisionPage }) {
  const [ask, setAsk] = useState<Ask | null>(null);
  const [cards, setCards] = useState(false);
  const [plain, setPlain] = useState(false);
  useCurrent(page);
  useBrought(page, setCards);
  const { value: on } = writing;
  const { value: saved } = page.saved;
  const beside = sided.value && on;
  const parts = useRef<HTMLDetailsElement>(null);
  const go = (section: string) => {
    if (parts.current) parts.current.open = false;
    page.arrived.value = null;
    page.current.value = section;
    requestAnimationFrame(() => {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      document.getElementById(`section-${section}`)?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
      focusSoon(`#heading-${section}`);
    });
  };
  return (
    <>
      <Head page={page} />
      <div class={`vision${beside ? " vision--sided" : ""}`}>
        {small.value ? (
          <div class="vision__parts">
            <details ref={parts}>
              <summary class="button button--quiet">{t("Parts of the text")}</summary>
              <Outline page={page} ask={setAsk} go={go} writing={on} />
            </details>
            {on && <CardsButton className="button button--quiet" show={() => setCards(true)} />}
            {on && <PlainButton page={page} className="button button--quiet" show={() => setPlain(true)} />}
          </div>
        ) : (
          <Outline page={page} ask={setAsk} go={go} writing={on} />
        )}
        <div class="vision__main">
          <Stale page={page} />
          <div class={`vision__bar${!on && saved === "saved" ? " visually-hidden" : ""}`}>
            {on && (
              <Toolbar page={page}>
                {!small.value && (
                  <>
                    <span class="tool-gap" />
                    {!beside && <CardsButton className="tool" show={() => setCards(true)} />}
                    <PlainButton page={page} className="tool" show={() => setPlain(true)} />
                  </>
                )}
              </Toolbar>
            )}
            <SavedLine saved={saved} />
          </div>
          <Paper page={page} ask={setAsk} go={go} />
        </div>
        {beside && (
          <aside class="vision__side" aria-label={t("Cards")}>
            <h2>{t("Cards")}</h2>
            <CardsPanel page={page} />
          </aside>
        )}
      </div>
      {ask && <AskDialog page={page} ask={ask} close={() => setAsk(null)} />}
      {cards && (
        <Dialog title={t("Cards")} onClose={() => setCards(false)} large>
          <CardsPanel page={page} onUsed={() => setCards(false)} />
        </Dialog>
      )}
      {plain && <PlainDialog page={page} go={go} close={() => setPlain(false)} />}
      <MarkPopover plain={page.plain} />
      <SourcesDialog page={page} writing={on} />
      <Announcer />
      <Toasts />
    </>
  );
}

/** Whoever comes with a card comes to write; the card waits in the panel, or in a dialog where that is away. */
function useBrought(page: VisionPage, show: (on: boolean) => void): void {
  const id = page.brought.value;
  const known = id !== null && page.state.collections.cards[id] !== undefined;
  useEffect(() => {
    if (!known) return;
    writing.value = true;
    if (!sided.peek()) show(true);
  }, [known]);
}

function CardsButton({ className, show }: { className: string; show: () => void }) {
  return (
    <button type="button" class={className} aria-haspopup="dialog" onClick={show}>
      <Icon name="source" /> {t("Cards")}
    </button>
  );
}

/** The section that is looked at is one that exists. */
function useCurrent(page: VisionPage): void {
  useSignalEffect(() => {
    const row = page.sections.value;
    const first = row[0];
    if (first && !row.some((one) => one.id === page.current.value)) page.current.value = first.id;
  });
}

function Head({ page }: { page: VisionPage }) {
  const { urls } = page.boot;
  const on = writing.value;
  return (
    <header class="vision__head">
      <a class="button button--quiet" href={urls["room"]}>
        <Icon name="back" /> <span class="vision__word">{t("Back to the group")}</span>
      </a>
      <div class="vision__ends">
        <div class="vision__modes" role="group" aria-label={t("Read or write")}>
          <button type="button" class="button button--quiet" aria-pressed={!on} onClick={() => (writing.value = false)}>
            <Icon name="eye" /> {t("Read")}
          </button>
          <button type="button" class="button button--quiet" aria-pressed={on} onClick={() => (writing.value = true)}>
            <Icon name="edit" /> {t("Write")}
          </button>
        </div>
        <a class="button" href={urls["document"]} download>
          <Icon name="word" /> <span class="vision__word">{t("Download Word")}</span>
        </a>
      </div>
    </header>
  );
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

interface PaperProps {
  page: VisionPage;
  ask: (ask: Ask) => void;
  go: (section: string) => void;
}

function Paper({ page, ask, go }: PaperProps) {
  const row = page.sections.value;
  const on = writing.value;
  const one = small.value && on;
  const at = Math.max(
    row.findIndex((section) => section.id === page.current.value),
    0,
  );
  const arriving = useArriving(page, row, one);
  const shown = one ? row.slice(at, at + 1) : arriving;
  return (
    <article class="vision__page">
      {!one || at === 0 ? <Title page={page} ask={ask} /> : <h1 class="visually-hidden">{titleOf(page)}</h1>}
      {row.length === 0 && <Nothing page={page} ask={ask} />}
      {shown.map((section) => (
        <SectionView key={section.id} page={page} section={section} writing={on} ask={ask} always={one} />
      ))}
      {one && row.length > 1 && (
        <nav class="vision__near" aria-label={t("Other parts")}>
          <Beside to={row[at - 1]} word={t("Previous part")} icon="back" go={go} />
          <Beside to={row[at + 1]} word={t("Next part")} icon="next" go={go} />
        </nav>
      )}
    </article>
  );
}

/** The parts that are shown while the page comes: see `arrived`. Then all of them, always. */
function useArriving(page: VisionPage, row: readonly Section[], over: boolean): readonly Section[] {
  const arrived = page.arrived.value;
  const last = arrived ? row.findIndex((section) => !arrived.has(section.id)) : -1;
  const known = row.length > 0;
  useEffect(() => {
    if (!known || !page.arrived.peek()) return undefined;
    const undo = row.slice(0, FIRST_SECTIONS).map((section) => page.texts.use(section.id));
    const timer = setTimeout(() => (page.arrived.value = null), MAX_WAIT_MS);
    return () => {
      clearTimeout(timer);
      for (const one of undo) one();
    };
  }, [known]);
  useEffect(() => {
    if (known && (over || last < 0)) page.arrived.value = null;
  }, [known, over, last < 0]);
  return last < 0 ? row : row.slice(0, last + 1);
}

function Beside({ to, word, icon, go }: { to?: { id: string; heading: string }; word: string; icon: string; go: (id: string) => void }) {
  if (!to) return null;
  return (
    <button type="button" class="button" onClick={() => go(to.id)}>
      <Icon name={icon} />
      <span>
        {word}: {to.heading}
      </span>
    </button>
  );
}

function titleOf(page: VisionPage): string {
  return communityOf(page.state)?.title || t("Our vision");
}

function Title({ page, ask }: { page: VisionPage; ask: (ask: Ask) => void }) {
  const state = page.state;
  return (
    <div class="section__head">
      <h1 class="vision__title">{titleOf(page)}</h1>
      {writing.value && isSteering(state, page.boot.me.member) && (
        <button
          type="button"
          class="button button--icon button--quiet"
          aria-label={t("Change the title")}
          onClick={() => ask({ kind: "title" })}
        >
          <Icon name="edit" />
        </button>
      )}
    </div>
  );
}

/** No sections: they did not arrive yet, or there are none. */
function Nothing({ page, ask }: { page: VisionPage; ask: (ask: Ask) => void }) {
  if (page.state.seq < 0) return <p class="soft">{t("The text is coming…")}</p>;
  return (
    <Empty title={t("There is no text yet.")} text={t("Begin with a part. You give it a name of your own.")}>
      <button type="button" class="button button--primary" onClick={() => ask({ kind: "add" })}>
        <Icon name="add" /> {t("Add a part")}
      </button>
    </Empty>
  );
}

/** The page's title follows the vision's title. */
export function followTitle(page: VisionPage): void {
  effect(() => {
    const title = communityOf(page.state)?.title;
    if (title) document.title = `${title} · ${page.boot.community.name} · Minidorp`;
  });
}
