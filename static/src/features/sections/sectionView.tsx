/** The sheet of paper: the title and every section with its text. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { isSteering } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import type { Action } from "../../core/ui/menu";
import { Menu } from "../../core/ui/menu";
import type { Section } from "../../generated/catalogue";
import { opened, SayAbout } from "../comments";
import type { SectionText, VisionPage } from "../editor";
import { blocksIn, Editor, StillText } from "../editor";
import { NeighboursSaid, neighboursRead } from "../neighbours";
import { readingOf, Translated } from "../translations";
import type { Ask } from "./askDialog";
import { TextHint } from "./later";
import { Offers } from "./topSentences";
import { Aside, Trouble } from "./trouble";

/** A text within this distance of the screen has an editor; farther away it is drawn as it is. */
const NEAR_MARGIN = "900px";

interface Props {
  page: VisionPage;
  section: Section;
  writing: boolean;
  ask: (ask: Ask) => void;
  /** On a phone one section fills the page: that one, or another one that only search and print reach. */
  alone?: "shown" | "away" | undefined;
}

export function SectionView({ page, section, writing, ask, alone }: Props) {
  const place = useRef<HTMLElement>(null);
  const near = useNear(page, section.id, place, alone);
  const height = useRef(0);
  useFound(page, section.id, place);
  const text = page.texts.get(section.id);
  useEffect(() => (near ? page.texts.use(section.id) : undefined), [near, section.id]);
  const level = section.level === 2 ? 2 : 1;
  const Heading = level === 2 ? "h3" : "h2";
  const there = text !== undefined && text.stage.value !== "opening";
  const reading = readingOf(page.boot.community.id).value;
  const other = reading?.lang && reading.view !== "original" ? reading : null;
  const open = near && there;
  const here = useComputed(() => page.writing.value?.section === section.id).value;
  const body = useRef<HTMLDivElement>(null);
  const writes = writing && page.mayWrite(section.id);
  useEffect(() => {
    // The tools above the text work where this person writes.
    const view = page.plain.view(section.id);
    if (writing && !writes && view) page.stopped(view);
  }, [writing, writes]);
  useEffect(() => {
    if (open) page.settledIn(section.id);
  }, [open]);
  useEffect(() => {
    if (there) {
      return () => {
        height.current = body.current?.offsetHeight ?? 0;
      };
    }
    body.current?.style.setProperty("min-block-size", height.current ? `${height.current}px` : "");
    return undefined;
  }, [there]);
  return (
    <section
      ref={place}
      class="section"
      id={`section-${section.id}`}
      data-level={level}
      data-print={alone === "away" || undefined}
      hidden={alone === "away" ? "until-found" : undefined}
      aria-labelledby={`heading-${section.id}`}
    >
      <header class="section__head">
        <Heading class="section__heading" id={`heading-${section.id}`} tabIndex={-1} dir="auto">
          {section.heading}
        </Heading>
        {writes && <SectionMenu page={page} section={section} ask={ask} />}
      </header>
      <div ref={body}>
        {other && text && there ? (
          <Translated page={page} section={section} text={text} reading={other} writing={writes} />
        ) : open ? (
          <Editor key={text.doc.guid} page={page} text={text} heading={section.heading} editable={writes} />
        ) : there ? (
          <StillText text={text} settled={page.words.value} lang={page.boot.community.language} level={level} />
        ) : (
          <p class="section__wait soft">{t("The text is coming…")}</p>
        )}
      </div>
      {writing && open && here && <TextHint text={text} read={blocksIn} />}
      {writes && open && <Offers page={page} section={section} text={text} />}
      {text && <Trouble page={page} text={text} />}
      <Aside page={page} section={section.id} />
      {neighboursRead(page) && <NeighboursSaid page={page} section={section.id} />}
      <footer class="sources">
        {text && <WhoWrites page={page} text={text} />}
        <SourcesChip page={page} section={section.id} text={text} />
        <SayAbout page={page} section={section.id} writing={writing} empty={text?.empty.value ?? true} />
      </footer>
    </section>
  );
}

/** Whether a part is on or near the screen, or has the cursor in it. */
function useNear(page: VisionPage, section: string, place: { current: HTMLElement | null }, alone: Props["alone"]): boolean {
  const [near, setNear] = useState(alone === "shown");
  const written = useComputed(() => page.writing.value?.section === section).value;
  useEffect(() => {
    if (alone || !place.current) {
      setNear(alone === "shown");
      return;
    }
    const watch = new IntersectionObserver(
      (entries) => {
        const inside = entries.some((entry) => entry.isIntersecting);
        setNear(inside);
        if (!inside) page.settledIn(section);
      },
      { rootMargin: `${NEAR_MARGIN} 0px` },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [alone]);
  // However far the page was scrolled, the text with the cursor in it keeps it, for who puts cards in it.
  return alone !== "away" && (near || written);
}

/** What the browser's search finds in a part that is away is brought on the screen. */
function useFound(page: VisionPage, section: string, place: { current: HTMLElement | null }): void {
  useEffect(() => {
    const found = () => {
      page.current.value = section;
    };
    place.current?.addEventListener("beforematch", found);
    return () => place.current?.removeEventListener("beforematch", found);
  }, []);
}

function SectionMenu({ page, section, ask }: { page: VisionPage; section: Section; ask: (ask: Ask) => void }) {
  const row = page.sections.value;
  const at = row.findIndex((one) => one.id === section.id);
  const move = (after: string | null) => void page.live.send("section.move", { section: section.id, after }).catch(() => undefined);
  const actions: Action[] = [{ id: "rename", label: t("Change the heading"), icon: "edit", run: () => ask({ kind: "rename", section }) }];
  if (at > 0) actions.push({ id: "up", label: t("Move up"), icon: "up", run: () => move(row[at - 2]?.id ?? null) });
  if (at < row.length - 1) {
    actions.push({ id: "down", label: t("Move down"), icon: "down", run: () => move(row[at + 1]?.id ?? null) });
  }
  if (isSteering(page.state, page.boot.me.member)) {
    actions.push({
      id: "writers",
      label: t("Who writes here"),
      icon: "people",
      run: () => (opened.value = { kind: "writers", section: section.id }),
    });
    actions.push({ id: "aside", label: t("Put aside"), icon: "withdraw", run: () => ask({ kind: "aside", section }) });
  }
  return <Menu label={t("What to do with “{heading}”", { heading: section.heading })} actions={actions} />;
}

function WhoWrites({ page, text }: { page: VisionPage; text: SectionText }) {
  const members = text.writers.value;
  const { members: known } = page.state.collections;
  if (!members.length) return null;
  return (
    <ul class="who-writes" aria-label={t("Writing here now")}>
      {members.map((member) => (
        <li key={member} class="badge badge--role" data-role={known[member]?.role ?? "guest"}>
          <Icon name="edit" /> {page.nameOf(member)}
        </li>
      ))}
    </ul>
  );
}

/** Counts the cards behind words that are there: what was behind a paragraph that went is not. */
function SourcesChip({ page, section, text }: { page: VisionPage; section: string; text: SectionText | undefined }) {
  const counts = page.counts.value.get(section);
  const there = text?.sourced.value;
  const total = [...(counts ?? [])].reduce((sum, [id, count]) => sum + (!id || !there || there.has(id) ? count : 0), 0);
  if (!total) return null;
  const show = () => {
    page.shownSources.value = { section, paragraph: null };
  };
  return (
    <button type="button" class="source-chip" aria-haspopup="dialog" onClick={show}>
      <Icon name="source" />
      <span>{tn("One card behind this part", "{n} cards behind this part", total)}</span>
    </button>
  );
}
