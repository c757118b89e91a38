/** The sheet of paper: the title and every section with its text. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { isSteering } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import type { Action } from "../../core/ui/menu";
import { Menu } from "../../core/ui/menu";
import { Notice } from "../../core/ui/notice";
import type { Section } from "../../generated/catalogue";
import type { SectionText, VisionPage } from "../editor";
import { Editor } from "../editor";
import type { Ask } from "./outline";

/** A text is opened when it comes within this distance of the screen. */
const NEAR_MARGIN = "900px";

interface Props {
  page: VisionPage;
  section: Section;
  writing: boolean;
  ask: (ask: Ask) => void;
  /** On a phone one section fills the page and is always near. */
  always?: boolean;
}

export function SectionView({ page, section, writing, ask, always = false }: Props) {
  const place = useRef<HTMLElement>(null);
  const near = useNear(place, always, () => page.settledIn(section.id));
  const height = useRef(0);
  const text = page.texts.get(section.id);
  useEffect(() => (near ? page.texts.use(section.id) : undefined), [near, section.id]);
  const level = section.level === 2 ? 2 : 1;
  const Heading = level === 2 ? "h3" : "h2";
  const open = near && text !== undefined && text.stage.value !== "opening";
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) page.settledIn(section.id);
  }, [open]);
  useEffect(() => {
    if (open) {
      return () => {
        height.current = body.current?.offsetHeight ?? 0;
      };
    }
    body.current?.style.setProperty("min-block-size", height.current ? `${height.current}px` : "");
    return undefined;
  }, [open]);
  return (
    <section ref={place} class="section" id={`section-${section.id}`} data-level={level} aria-labelledby={`heading-${section.id}`}>
      <header class="section__head">
        <Heading class="section__heading" id={`heading-${section.id}`} tabIndex={-1}>
          {section.heading}
        </Heading>
        {writing && <SectionMenu page={page} section={section} ask={ask} />}
      </header>
      <div ref={body}>
        {open ? (
          <Editor key={text.doc.guid} page={page} text={text} heading={section.heading} editable={writing} />
        ) : (
          <p class="section__wait soft">{t("The text is coming…")}</p>
        )}
      </div>
      {text && <Trouble page={page} text={text} />}
      <footer class="sources">
        {text && <WhoWrites page={page} text={text} />}
        <SourcesChip page={page} section={section.id} />
      </footer>
    </section>
  );
}

/** Whether an element is on or near the screen; `far` hears when it is not. */
function useNear(place: { current: HTMLElement | null }, always: boolean, far: () => void): boolean {
  const [near, setNear] = useState(always);
  useEffect(() => {
    if (always || !place.current) {
      setNear(always);
      return;
    }
    const watch = new IntersectionObserver(
      (entries) => {
        const inside = entries.some((entry) => entry.isIntersecting);
        // Whoever has the cursor in it keeps it, however far the page was scrolled.
        setNear(inside || (place.current?.contains(document.activeElement) ?? false));
        if (!inside) far();
      },
      { rootMargin: `${NEAR_MARGIN} 0px` },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [always]);
  return near;
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
    actions.push({ id: "aside", label: t("Put aside"), icon: "withdraw", run: () => ask({ kind: "aside", section }) });
  }
  return <Menu label={t("What to do with “{heading}”", { heading: section.heading })} actions={actions} />;
}

/** What could not be saved is never hidden: the words stay on the screen, with the reason. */
function Trouble({ page, text }: { page: VisionPage; text: SectionText }) {
  if (text.stage.value !== "stuck") return null;
  return (
    <Notice kind="error" role="alert" title={t("Your last words here are not saved.")}>
      <p>{text.problem.value}</p>
      <p>{t("Copy them to keep them. Then read this part again as it was saved.")}</p>
      <button type="button" class="button" onClick={() => page.texts.restart(text.section)}>
        {t("Read this part again")}
      </button>
    </Notice>
  );
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

function SourcesChip({ page, section }: { page: VisionPage; section: string }) {
  const counts = page.counts.value.get(section);
  const total = counts ? [...counts.values()].reduce((sum, count) => sum + count, 0) : 0;
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
