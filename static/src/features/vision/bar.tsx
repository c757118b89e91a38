/** The one row above the text: its parts, the tools, the cards, and reading or writing. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { isSteering } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import { Menu } from "../../core/ui/menu";
import { CommentsButton, openComments, showComments } from "../comments";
import type { Mode, VisionPage } from "../editor";
import { PlainButton, SavedLine, Toolbar } from "../editor";
import type { Ask } from "../sections";
import { Outline } from "../sections";
import { otherLanguage, readingOf } from "../translations";
import type { Layout } from "./size";

/** What the row opens. */
export type Opened = "cards" | "plain" | "task" | "versions" | "check" | "words";

interface Props {
  page: VisionPage;
  layout: Layout;
  ask: (ask: Ask) => void;
  go: (section: string) => void;
  open: (what: Opened) => void;
  /** Reads the text aloud. */
  read: () => void;
}

export function Bar({ page, layout, ask, go, open, read }: Props) {
  const writing = page.mode.value === "write";
  return (
    <div class="vision__bar" data-words={layout.words}>
      {!layout.outline && <Parts page={page} ask={ask} go={go} worded={!writing} />}
      {writing && <Toolbar page={page} />}
      <SavedLine saved={page.saved.value} />
      <div class="vision__ends">
        {writing && !layout.small && <PointButton page={page} />}
        {!writing && (
          <button type="button" class="tool" data-do="read" title={t("Read aloud")} onClick={read}>
            <Icon name="speaker" /> <span class={layout.small ? "visually-hidden" : "vision__word"}>{t("Read aloud")}</span>
          </button>
        )}
        {writing && <CardsButton page={page} beside={layout.beside} open={open} />}
        {layout.small ? <More page={page} open={open} /> : <Others page={page} open={open} />}
        <Modes page={page} small={layout.small} />
      </div>
    </div>
  );
}

/** The list of parts where it has no column of its own. */
function Parts({ page, ask, go, worded }: Pick<Props, "page" | "ask" | "go"> & { worded: boolean }) {
  const parts = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (parts.current) parts.current.open = false;
  };
  useEffect(() => {
    const outside = (event: Event) => {
      if (!parts.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !parts.current?.open) return;
    close();
    parts.current.querySelector("summary")?.focus();
  };
  const choose = (section: string) => {
    close();
    go(section);
  };
  return (
    <details ref={parts} class="vision__parts" onKeyDown={leave}>
      <summary class="tool" title={t("Parts of the text")}>
        <Icon name="menu" />
        <span class={worded ? "vision__word" : "visually-hidden"}>{t("Parts of the text")}</span>
      </summary>
      <Outline page={page} ask={ask} go={choose} writing={page.mode.value === "write"} />
    </details>
  );
}

function CardsButton({ page, beside, open }: { page: VisionPage; beside: boolean; open: (what: Opened) => void }) {
  const room = beside || !page.cardsBeside.value;
  const press = () => {
    if (beside) page.cardsBeside.value = false;
    else {
      page.cardsBeside.value = true;
      open("cards");
    }
  };
  return (
    <button type="button" class="tool" aria-expanded={room ? beside : undefined} title={t("Cards")} onClick={press}>
      <Icon name="source" /> <span class="vision__word vision__word--last">{t("Cards")}</span>
    </button>
  );
}

/** The core team shows the paragraph that is discussed on the screen of the group. */
function PointButton({ page }: { page: VisionPage }) {
  if (!isSteering(page.state, page.boot.me.member)) return null;
  const shown = page.isOnScreen();
  const label = shown ? t("Take off the screen") : t("Show this paragraph on the screen");
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-pressed={shown}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => page.pointAt()}
    >
      <Icon name="screen" />
    </button>
  );
}

function Others({ page, open }: { page: VisionPage; open: (what: Opened) => void }) {
  return (
    <>
      <CommentsButton page={page} />
      {page.mode.value === "write" && <PlainButton page={page} className="tool vision__plain" show={() => open("plain")} />}
      <button type="button" class="tool" aria-haspopup="dialog" title={t("Our words")} onClick={() => open("words")}>
        <Icon name="help" /> <span class="visually-hidden">{t("Our words")}</span>
      </button>
      <button type="button" class="tool" aria-haspopup="dialog" title={t("What we do here")} onClick={() => open("task")}>
        <Icon name="info" /> <span class="visually-hidden">{t("What we do here")}</span>
      </button>
      <button
        type="button"
        class="tool"
        data-do="language"
        aria-pressed={readingOf(page.boot.community.id).value !== null}
        title={t("In another language")}
        onClick={() => otherLanguage(page.boot.community.id)}
      >
        <Icon name="language" /> <span class="visually-hidden">{t("In another language")}</span>
      </button>
      <button type="button" class="tool" aria-haspopup="dialog" title={t("Versions")} onClick={() => open("versions")}>
        <Icon name="versions" /> <span class="visually-hidden">{t("Versions")}</span>
      </button>
      <button type="button" class="tool" aria-haspopup="dialog" title={t("Document check")} data-do="check" onClick={() => open("check")}>
        <Icon name="checklist" /> <span class="visually-hidden">{t("Document check")}</span>
      </button>
      <a class="tool" href={page.boot.urls["document"]} title={t("Download Word")} download>
        <Icon name="word" /> <span class="vision__word vision__word--last">{t("Download Word")}</span>
      </a>
    </>
  );
}

/** On a phone: what one needs now and then. */
function More({ page, open }: { page: VisionPage; open: (what: Opened) => void }) {
  const writing = page.mode.value === "write";
  const points = writing && isSteering(page.state, page.boot.me.member);
  const count = openComments(page);
  const actions = [
    { id: "comments", label: count ? t("Comments ({n})", { n: count }) : t("Comments"), icon: "comment", run: showComments },
    ...(points
      ? [
          {
            id: "screen",
            label: page.isOnScreen() ? t("Take off the screen") : t("Show this paragraph on the screen"),
            icon: "screen",
            run: () => page.pointAt(),
          },
        ]
      : []),
    { id: "task", label: t("What we do here"), icon: "info", run: () => open("task") },
    ...(writing ? [{ id: "plain", label: t("Plain words"), icon: "say", run: () => open("plain") }] : []),
    { id: "words", label: t("Our words"), icon: "help", run: () => open("words") },
    { id: "language", label: t("In another language"), icon: "language", run: () => otherLanguage(page.boot.community.id) },
    { id: "versions", label: t("Versions"), icon: "versions", run: () => open("versions") },
    { id: "check", label: t("Document check"), icon: "checklist", run: () => open("check") },
    { id: "word", label: t("Download Word"), icon: "word", href: page.boot.urls["document"] ?? "" },
  ];
  return <Menu label={t("More about the text")} actions={actions} buttonClass="tool" />;
}

function Modes({ page, small }: { page: VisionPage; small: boolean }) {
  const now = page.mode.value;
  const modes: [Mode, string, string][] = [
    ["read", "eye", t("Read")],
    ["write", "edit", t("Write")],
  ];
  const shown = small ? modes.filter(([mode]) => mode !== now) : modes;
  return (
    <div class="vision__modes" role="group" aria-label={t("Read or write")}>
      {shown.map(([mode, icon, word]) => (
        <button
          key={mode}
          type="button"
          class="tool"
          aria-pressed={small ? undefined : mode === now}
          title={word}
          onClick={() => (page.mode.value = mode)}
        >
          <Icon name={icon} /> <span class="vision__word">{word}</span>
        </button>
      ))}
    </div>
  );
}
