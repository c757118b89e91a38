/** The sheet of paper: the title and all sections. On a phone one section at a time while somebody writes. */
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { communityOf, isSteering } from "../../core/store/community";
import { Empty } from "../../core/ui/empty";
import { whenIdle } from "../../core/ui/gradually";
import { Icon } from "../../core/ui/icon";
import type { Section } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import type { Ask } from "../sections";
import { SectionView } from "../sections";

/** So many texts are asked for at once when the page comes. */
const FIRST_SECTIONS = 4;
/** By then everything is shown, whatever did not come. */
const MAX_WAIT_MS = 4_000;

interface Props {
  page: VisionPage;
  small: boolean;
  ask: (ask: Ask) => void;
  go: (section: string) => void;
}

export function Paper({ page, small, ask, go }: Props) {
  const row = page.sections.value;
  const writing = page.mode.value === "write";
  const one = small && writing;
  const at = Math.max(
    row.findIndex((section) => section.id === page.current.value),
    0,
  );
  const arriving = useArriving(page, row, one);
  useAllTexts(page, row);
  const press = (event: MouseEvent | KeyboardEvent) => page.words.peek()?.open(event);
  return (
    <article class="vision__page" onClick={press} onKeyDown={press}>
      <Title page={page} ask={ask} away={one && at > 0} />
      {row.length === 0 && <Nothing page={page} ask={ask} />}
      {(one ? row : arriving).map((section, n) => (
        <SectionView
          key={section.id}
          page={page}
          section={section}
          writing={writing}
          ask={ask}
          alone={one ? (n === at ? "shown" : "away") : undefined}
        />
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

/** Every text comes, one by one when there is nothing else to do: the browser's search and print reach all of them. */
function useAllTexts(page: VisionPage, row: readonly Section[]): void {
  const ids = row.map((section) => section.id).join(" ");
  const begun = page.arrived.value === null;
  useEffect(() => {
    if (!begun) return undefined;
    const undo: (() => void)[] = [];
    const rest = ids.split(" ").filter(Boolean);
    const next = () => {
      const section = rest.shift();
      if (section === undefined) return;
      undo.push(page.texts.keep(section));
      stop = whenIdle(next);
    };
    let stop = whenIdle(next);
    return () => {
      stop();
      for (const one of undo) one();
    };
  }, [ids, begun]);
}

function Beside({ to, word, icon, go }: { to?: { id: string; heading: string }; word: string; icon: string; go: (id: string) => void }) {
  if (!to) return null;
  return (
    <button type="button" class="button" onClick={() => go(to.id)}>
      <Icon name={icon} />
      <span>
        {word}: <bdi>{to.heading}</bdi>
      </span>
    </button>
  );
}

function Title({ page, ask, away }: { page: VisionPage; ask: (ask: Ask) => void; away: boolean }) {
  const steering = isSteering(page.state, page.boot.me.member);
  return (
    <div class={`section__head${away ? " is-away" : ""}`}>
      <h1 class="vision__title" tabIndex={-1} dir="auto">
        {communityOf(page.state)?.title || t("Our vision")}
      </h1>
      {!away && page.mode.value === "write" && steering && (
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
