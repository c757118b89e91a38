/** One comment or proposal in the list, with what this person can do about it. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { MAX_BODY_LENGTH, problem } from "../../core/ui/limit";
import { toast } from "../../core/ui/toasts";
import { WrittenField } from "../../core/ui/written";
import type { Comment } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { roleName } from "../members";
import type { Anchor } from "./anchor";
import { isThere } from "./onPage";
import { outcomeOf } from "./outcome";
import { takeProposal } from "./takeProposal";

interface Props {
  page: VisionPage;
  comment: Comment;
  show: (anchor: Anchor) => void;
  go: (section: string) => void;
  close: () => void;
}

export function CommentItem({ page, comment, show, go, close }: Props) {
  const lang = page.boot.community.language;
  const there = isThere(page, comment);
  return (
    <li class="list__row stack stack--tight" data-comment={comment.state}>
      <p class="small soft">
        <By page={page} comment={comment} /> · {page.section(comment.section)?.heading}
      </p>
      <OldAndNew comment={comment} lang={lang} />
      {comment.text && (
        <p class="comment__said" dir="auto">
          {comment.text}
        </p>
      )}
      {comment.state === "open" ? (
        there === false && <p class="comment__changed">{t("These words changed meanwhile.")}</p>
      ) : (
        <Outcome comment={comment} />
      )}
      <Acts page={page} comment={comment} there={there} show={show} go={go} close={close} />
    </li>
  );
}

function By({ page, comment }: Pick<Props, "page" | "comment">) {
  const member = comment.author ? page.state.collections.members[comment.author] : undefined;
  if (!member) return <>{t("Somebody who left")}</>;
  return (
    <>
      <strong>{comment.author === page.boot.me.member ? t("You") : member.name}</strong> ({roleName(member.role)})
    </>
  );
}

/** The words as they were, and those in their place. */
export function OldAndNew({ comment, lang }: { comment: Comment; lang: string }) {
  if (comment.proposal === null) {
    return (
      <blockquote class="comment__words" lang={lang} dir="auto">
        {comment.words}
      </blockquote>
    );
  }
  return (
    <div class="comment__change" lang={lang}>
      <p dir="auto">
        <span class="visually-hidden">{t("Now:")} </span>
        <del>{comment.words}</del>
      </p>
      <p dir="auto">
        <span class="visually-hidden">{t("New:")} </span>
        {comment.proposal ? <ins>{comment.proposal}</ins> : <em>{t("(take these words out)")}</em>}
      </p>
    </div>
  );
}

function Outcome({ comment }: { comment: Comment }) {
  return (
    <p>
      <Icon name={comment.state === "declined" ? "close" : "check"} /> {outcomeOf(comment)} {comment.answer}
    </p>
  );
}

/** Sends what ends with another list: the focus goes to what is there then. */
export function act(sent: Promise<unknown>): void {
  void sent.then(() => focusSoon("dialog[open] .dialog__body button", "dialog[open] .dialog__head button")).catch(() => undefined);
}

type ActsProps = Props & { there: boolean | null };

function Acts({ page, comment, there, show, go, close }: ActsProps) {
  const answering = useSignal(false);
  const busy = useSignal(false);
  const { me } = page.boot;
  const open = comment.state === "open";
  const writes = page.mayWrite(comment.section);
  const own = comment.author === me.member || page.steering;
  const take = async () => {
    busy.value = true;
    go(comment.section);
    const how = await takeProposal(page, comment);
    busy.value = false;
    if (how === "changed") toast(t("These words changed meanwhile. Look what stands there now."));
    if (how !== "taken") return;
    announce(t("The new words are in the text."));
    close();
  };
  const answer = () => {
    answering.value = true;
    focusSoon(`#answer-${comment.id}`);
  };
  if (answering.value) return <Answer page={page} comment={comment} close={() => (answering.value = false)} />;
  return (
    <div class="cluster cluster--tight">
      {open && writes && comment.proposal !== null && there !== false && (
        <button type="button" class="button button--small button--primary" data-do="take" disabled={busy.value} onClick={() => void take()}>
          <Icon name="check" /> {t("Take these words")}
        </button>
      )}
      {open && writes && (
        <button type="button" class="button button--small" data-do="settle" onClick={answer}>
          {comment.proposal === null ? t("Done") : t("Do not take")}
        </button>
      )}
      {!open && writes && (
        <button type="button" class="button button--small" onClick={() => act(page.live.send("comment.reopen", { comment: comment.id }))}>
          <Icon name="undo" /> {t("Open again")}
        </button>
      )}
      {there && (
        <button type="button" class="button button--small button--quiet" onClick={() => show(comment)}>
          {t("Go to it")}
        </button>
      )}
      {own && (
        <button
          type="button"
          class="button button--small button--quiet"
          data-do="withdraw"
          onClick={() => act(page.live.send("comment.withdraw", { comment: comment.id }))}
        >
          <Icon name="withdraw" /> {t("Take away")}
        </button>
      )}
    </div>
  );
}

/** A word to the author, before it is settled. */
function Answer({ page, comment, close }: { page: VisionPage; comment: Comment; close: () => void }) {
  const answer = useSignal("");
  const settle = () => {
    if (problem(answer.value, MAX_BODY_LENGTH)) return;
    const outcome = comment.proposal === null ? "done" : "declined";
    const sent = page.live.send("comment.settle", { comment: comment.id, outcome, answer: answer.value.trim() });
    act(sent.then(close));
  };
  return (
    <div class="stack stack--tight">
      <WrittenField
        id={`answer-${comment.id}`}
        label={t("A word to who wrote it (if you like)")}
        max={MAX_BODY_LENGTH}
        value={answer.value}
        onInput={(value) => (answer.value = value)}
      />
      <div class="cluster cluster--tight">
        <button type="button" class="button button--small button--primary" data-do="settle-now" onClick={settle}>
          {comment.proposal === null ? t("Done") : t("Do not take")}
        </button>
        <button type="button" class="button button--small button--quiet" onClick={close}>
          {t("Cancel")}
        </button>
      </div>
    </div>
  );
}
