/** The ways to the comments: from the row above the text, and from the foot of a part. */
import { t, tn } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import { roleName } from "../members";
import { opened } from "./shown";

/** How many comments and proposals are open. */
export function openComments(page: VisionPage): number {
  const { comments, sections } = page.state.collections;
  return Object.values(comments).filter((one) => one.state === "open" && sections[one.section]?.removed === false).length;
}

export function showComments(): void {
  opened.value = { kind: "list" };
}

export function CommentsButton({ page }: { page: VisionPage }) {
  const count = openComments(page);
  return (
    <button type="button" class="tool" data-do="comments" aria-haspopup="dialog" title={t("Comments")} onClick={showComments}>
      <Icon name="comment" /> <span class="vision__word vision__word--last">{t("Comments")}</span>
      {count > 0 && (
        <span class="comment-count">
          {count}
          <span class="visually-hidden"> {tn("is open", "are open", count)}</span>
        </span>
      )}
    </button>
  );
}

/** At the foot of a part that one reads: a way to say something that needs no finger on the text. */
export function SayAbout({ page, section, writing, empty }: { page: VisionPage; section: string; writing: boolean; empty: boolean }) {
  const writers = page.section(section)?.writers ?? null;
  const writes = page.mayWrite(section);
  if (writing && writes) return null;
  const names = writers === null ? [] : [t("the core team"), ...writers.map((role) => roleName(role, 2))];
  return (
    <>
      {!writes && (
        <p class="small soft">
          {t("Here write: {people}. You can propose other words.", { people: new Intl.ListFormat(page.boot.language).format(names) })}
        </p>
      )}
      {!empty && (
        <button
          type="button"
          class="source-chip"
          data-do="say-about"
          aria-haspopup="dialog"
          onClick={() => (opened.value = { kind: "sentences", section })}
        >
          <Icon name="comment" />
          <span>{t("Say something about a sentence")}</span>
        </button>
      )}
    </>
  );
}
