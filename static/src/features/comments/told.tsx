/** An author is told in the vision what came of a comment or proposal. */
import { t } from "../../core/i18n/strings";
import { Notice } from "../../core/ui/notice";
import type { VisionPage } from "../editor";
import { OldAndNew } from "./commentItem";
import { outcomeOf } from "./outcome";
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
