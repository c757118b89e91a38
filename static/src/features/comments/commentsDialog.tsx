/** Everything that was said about the text: the hardest sentences first, then proposals, comments, and what is settled. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { Dialog } from "../../core/ui/dialog";
import type { HardSentence } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { act, CommentItem } from "./commentItem";
import { CHOSEN, draw } from "./highlights";
import { isThere, rangeOfAnchor } from "./onPage";
import { commentsOf, hardestFirst } from "./selectors";

interface Props {
  page: VisionPage;
  /** Brings a part on the screen. */
  go: (section: string) => void;
  close: () => void;
}

const AT_FIRST = 5;
const LIT_MS = 6_000;
const MAX_TRIES = 60;

export function CommentsDialog({ page, go, close }: Props) {
  const all = commentsOf(page.state);
  const open = all.filter((one) => one.state === "open");
  const proposals = open.filter((one) => one.proposal !== null);
  const comments = open.filter((one) => one.proposal === null);
  const settled = all.filter((one) => one.state !== "open");
  const show = (anchor: Anchor) => {
    close();
    go(anchor.section);
    void light(page, anchor);
  };
  const group = (id: string, title: string, list: typeof all) =>
    list.length > 0 && (
      <section aria-labelledby={id}>
        <h3 id={id}>{title}</h3>
        <ul class="list">
          {list.map((one) => (
            <CommentItem key={one.id} page={page} comment={one} show={show} go={go} close={close} />
          ))}
        </ul>
      </section>
    );
  return (
    <Dialog title={t("Comments")} onClose={close} large>
      <Hardest page={page} show={show} />
      {group("comments-proposed", t("Proposals"), proposals)}
      {group("comments-said", t("What people say"), comments)}
      {open.length === 0 && <p class="soft">{t("Nobody said anything about the text yet. Tap a sentence while you read.")}</p>}
      {settled.length > 0 && (
        <details>
          <summary>{tn("One is settled", "{n} are settled", settled.length)}</summary>
          <ul class="list">
            {settled.map((one) => (
              <CommentItem key={one.id} page={page} comment={one} show={show} go={go} close={close} />
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}

/** The sentences that most people do not get. One that was changed since has gone from the list of those to look at. */
function Hardest({ page, show }: { page: VisionPage; show: (anchor: Anchor) => void }) {
  const everything = useSignal(false);
  const all = hardestFirst(page.state);
  if (!all.length) return null;
  const changed = all.filter((one) => isThere(page, one) === false);
  const there = all.filter((one) => !changed.includes(one));
  const shown = everything.value ? there : there.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="comments-hard">
      <h3 id="comments-hard">{t("Hard sentences")}</h3>
      <ol class="list">
        {shown.map((one) => (
          <HardItem key={one.id} page={page} sentence={one} show={show} />
        ))}
      </ol>
      {shown.length < there.length && (
        <button type="button" class="button button--quiet" onClick={() => (everything.value = true)}>
          {t("Show all")}
        </button>
      )}
      {changed.length > 0 && (
        <details>
          <summary>{tn("One hard sentence has changed since", "{n} hard sentences have changed since", changed.length)}</summary>
          <ul class="list">
            {changed.map((one) => (
              <HardItem key={one.id} page={page} sentence={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function HardItem({ page, sentence, show }: { page: VisionPage; sentence: HardSentence; show?: (anchor: Anchor) => void }) {
  const writes = page.mayWrite(sentence.section);
  const clear = () => act(page.live.send("hard_sentence.clear", { sentence: sentence.id }));
  return (
    <li class="list__row" data-hard={sentence.count}>
      <div class="list__words">
        <p lang={page.boot.community.language} dir="auto">
          “{sentence.words}”
        </p>
        <p class="small soft">{page.section(sentence.section)?.heading}</p>
      </div>
      <span class="badge badge--accent">{tn("not clear to one person", "not clear to {n} people", sentence.count)}</span>
      <div class="cluster cluster--tight">
        {show && (
          <button type="button" class="button button--small" onClick={() => show(sentence)}>
            {t("Go to it")}
            <span class="visually-hidden">: {sentence.words}</span>
          </button>
        )}
        {writes && (
          <button type="button" class="button button--small button--quiet" onClick={clear}>
            {t("Take off the list")}
            <span class="visually-hidden">: {sentence.words}</span>
          </button>
        )}
      </div>
    </li>
  );
}

/** Brings the words on the screen as soon as their part is drawn, and lights them up for a moment. */
async function light(page: VisionPage, anchor: Anchor): Promise<void> {
  for (let turn = 0; turn < MAX_TRIES; turn += 1) {
    await new Promise((next) => setTimeout(next, 50));
    const range = rangeOfAnchor(page, anchor);
    // The dialog gives the focus back first, and the page scrolls to the part.
    if (!range || turn < 6) continue;
    const block = range.startContainer.parentElement;
    block?.scrollIntoView({ block: "center" });
    draw(CHOSEN, [range]);
    setTimeout(() => draw(CHOSEN, []), LIT_MS);
    return;
  }
}
