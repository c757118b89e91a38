/** The outline: every section in order, and those that were put aside. */
import { t, tn } from "../../core/i18n/strings";
import { isSteering } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import type { Section } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import type { Ask } from "./askDialog";

interface Props {
  page: VisionPage;
  ask: (ask: Ask) => void;
  go: (section: string) => void;
  writing: boolean;
}

export function Outline({ page, ask, go, writing }: Props) {
  const aside = page.aside.value;
  const steering = isSteering(page.state, page.boot.me.member);
  return (
    <nav class="vision__outline" aria-label={t("Parts of the text")}>
      <ol>
        {page.sections.value.map((section) => (
          <OutlineItem key={section.id} page={page} section={section} go={go} />
        ))}
      </ol>
      {writing && (
        <button type="button" class="button button--quiet" onClick={() => ask({ kind: "add" })}>
          <Icon name="add" /> {t("Add a part")}
        </button>
      )}
      {writing && steering && aside.length > 0 && (
        <details>
          <summary class="button button--quiet">{tn("One part put aside", "{n} parts put aside", aside.length)}</summary>
          <ul class="list">
            {aside.map((section) => (
              <li key={section.id} class="list__row">
                <span dir="auto">{section.heading}</span>
                <button type="button" class="button button--small" onClick={() => restore(page, section.id)}>
                  {t("Bring back")}
                  <span class="visually-hidden"> {section.heading}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function OutlineItem({ page, section, go }: { page: VisionPage; section: Section; go: (section: string) => void }) {
  const current = page.current.value === section.id;
  const here = page.texts.get(section.id)?.writers.value.length ?? 0;
  return (
    <li class={`outline-item${current ? " is-current" : ""}`} data-level={section.level}>
      <button type="button" aria-current={current ? "true" : undefined} onClick={() => go(section.id)}>
        <bdi>{section.heading}</bdi>
        {here > 0 && (
          <span class="outline-item__here">
            <Icon name="edit" />
            <span class="visually-hidden">{tn("one person writes here", "{n} people write here", here)}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function restore(page: VisionPage, section: string): void {
  void page.live.send("section.restore", { section }).catch(() => undefined);
}
