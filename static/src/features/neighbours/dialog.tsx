/** What neighbours said of the draft: the core team shows or hides each with one tap, and closes the page. */
import { day, t, tn } from "../../core/i18n/strings";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import { SecondPress } from "../../core/ui/secondPress";
import { toast } from "../../core/ui/toasts";
import type { Reading } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { readAddress } from "./address";
import type { Reaction } from "./reactions";
import { reactionsOf } from "./reactions";

interface Props {
  page: VisionPage;
  steering: boolean;
  onClose: () => void;
}

export function NeighboursDialog({ page, steering, onClose }: Props) {
  const reactions = reactionsOf(page);
  return (
    <Dialog title={t("What neighbours say")} onClose={onClose} large quiet>
      {reactions.failed.value && (
        <Notice kind="warn" role="alert">
          <p>{t("The reactions could not be read. Try again when you are connected.")}</p>
        </Notice>
      )}
      {reactions.readings.map((reading) => (
        <section key={reading.id} class="stack" aria-label={t("Draft of {day}", { day: day(reading.opened, page.boot.language) })}>
          <h3>{t("Draft of {day}", { day: day(reading.opened, page.boot.language) })}</h3>
          {steering && <Published page={page} reading={reading} />}
          <Said page={page} reading={reading} steering={steering} all={reactions.all.value[reading.id] ?? []} />
        </section>
      ))}
    </Dialog>
  );
}

/** The address of the page, and the one act that ends it. */
function Published({ page, reading }: { page: VisionPage; reading: Reading }) {
  if (reading.closed) return <p class="soft">{t("The page is closed. What was said stays here.")}</p>;
  const address = readAddress(page.boot.community.id, reading.address);
  const copy = () => {
    navigator.clipboard?.writeText(address).then(
      () => toast(t("Copied")),
      () => undefined, // it can be chosen and copied by hand
    );
  };
  return (
    <div class="stack stack--tight">
      <p>{t("Whoever has this address may read the draft and say something:")}</p>
      <p class="neighbours__address">
        <a href={address} target="_blank" rel="noreferrer" dir="ltr">
          {address}
        </a>
      </p>
      <div class="cluster">
        <button type="button" class="button button--small" onClick={copy}>
          <Icon name="copy" /> {t("Copy the address")}
        </button>
        <SecondPress
          warning={t("Nobody can read it or say something any more. What was said stays here.")}
          sure={t("Yes, close it")}
          run={() => void page.live.send("reading.close", { reading: reading.id }).catch(() => undefined)}
          icon="lock"
          buttonClass="button button--small"
          act="close-reading"
        >
          {t("Close reading along")}
        </SecondPress>
      </div>
    </div>
  );
}

interface SaidProps {
  page: VisionPage;
  reading: Reading;
  steering: boolean;
  all: readonly Reaction[];
}

function Said({ page, reading, steering, all }: SaidProps) {
  const groups: [Reaction["state"], string][] = [
    ["waiting", tn("One reaction waits", "{n} reactions wait", all.filter((one) => one.state === "waiting").length)],
    ["shown", t("On the page and beside the text")],
    ["hidden", t("Hidden")],
  ];
  if (!all.length) return <p class="soft">{t("Nobody has said anything yet.")}</p>;
  return (
    <>
      {groups.map(([state, title]) => {
        const some = all.filter((one) => one.state === state);
        if (!some.length) return null;
        return (
          <div key={state} class="stack stack--tight" data-group={state}>
            <h4>{title}</h4>
            <ul class="neighbours__list">
              {some.map((one) => (
                <One key={one.id} page={page} reading={reading} one={one} steering={steering} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function One({ page, reading, one, steering }: { page: VisionPage; reading: Reading; one: Reaction; steering: boolean }) {
  const judge = (shown: boolean) => {
    void page.live.send("reaction.show", { reading: reading.id, reaction: one.id, shown }).catch(() => undefined);
  };
  const about = <span class="visually-hidden">: {one.text.slice(0, 60)}</span>;
  return (
    <li class="neighbours__one" data-state={one.state}>
      <p class="neighbours__about soft" dir="auto" lang={page.boot.community.language}>
        {one.paragraph}
      </p>
      <Words one={one} />
      {steering && (
        <div class="cluster">
          {one.state !== "shown" && (
            <button type="button" class="button button--small" data-do="show" onClick={() => judge(true)}>
              <Icon name="eye" /> {t("Show it")}
              {about}
            </button>
          )}
          {one.state !== "hidden" && (
            <button type="button" class="button button--small button--quiet" data-do="hide" onClick={() => judge(false)}>
              <Icon name="hidden" /> {t("Hide")}
              {about}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** What somebody said, with the name that was given. */
export function Words({ one }: { one: Reaction }) {
  return (
    <p class="neighbours__words" dir="auto">
      {one.text}
      {one.name && (
        <span class="soft">
          {" – "}
          <bdi>{one.name}</bdi>
        </span>
      )}
    </p>
  );
}
