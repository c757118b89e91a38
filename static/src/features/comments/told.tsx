/** An author is told what came of a comment or proposal: in the vision, and in a message at any other step. */
import { effect } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import type { VisionPage } from "../editor";
import { OldAndNew, outcomeOf } from "./commentItem";
import { newsFor } from "./selectors";

export function Told({ page }: { page: VisionPage }) {
  const news = newsFor(page.state, page.boot.me.member);
  if (!news.length) return null;
  const seen = () => {
    for (const { id } of news) void page.live.send("comment.seen", { comment: id }).catch(() => undefined);
  };
  return (
    <div class="comment-told">
      <Notice kind="good" icon="comment" role="status" title={t("About what you wrote")}>
        <ul class="list">
          {news.map((one) => (
            <li key={one.id} class="list__row stack stack--tight">
              <OldAndNew comment={one} lang={page.boot.community.language} />
              <p>
                {outcomeOf(one)} {one.answer}
              </p>
            </li>
          ))}
        </ul>
        <button type="button" class="button" data-do="seen" onClick={seen}>
          {t("Good to know")}
        </button>
      </Notice>
    </div>
  );
}

const told = new WeakSet<VisionPage>();

/** From now on this person also hears of it at another step. */
export function tellElsewhere(page: VisionPage): void {
  if (told.has(page)) return;
  told.add(page);
  const known = new Set<string>();
  effect(() => {
    for (const one of newsFor(page.state, page.boot.me.member)) {
      if (known.has(one.id)) continue;
      known.add(one.id);
      if (!document.querySelector(".vision")) toast(`${t("About what you wrote")}: ${outcomeOf(one)} ${one.answer}`.trim());
    }
  });
}
