/** The document check: what the text has and what it misses. Every line leads to where it is mended. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import type { PageDialog, Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import { Notice } from "../../core/ui/notice";
import type { Line } from "./answers";
import { missing } from "./answers";
import { CheckedLine, Value } from "./checkedLine";
import { useCheck } from "./useCheck";

interface Props {
  onClose: () => void;
  /** The dialog that this one was opened from, to come back to. */
  back?: PageDialog | undefined;
}

export function DocumentCheck({ onClose, back }: Props) {
  const room = useRoom();
  const { lines, failed } = useCheck(room);
  const only = useSignal(true);
  const close = () => (back ? room.show(back) : onClose());
  return (
    <Dialog title={t("Document check")} onClose={close} large>
      <p class="soft">{t("You decide together what you do with this.")}</p>
      {failed && (
        <Notice kind="warn" role="status">
          <p>{t("The check goes on when you are connected again.")}</p>
        </Notice>
      )}
      {lines && (
        <>
          <Result lines={lines} />
          <label class="check">
            <input type="checkbox" checked={only.value} onChange={(event) => (only.value = event.currentTarget.checked)} />
            <span>{t("Show only what is missing")}</span>
          </label>
          <Groups room={room} lines={only.value ? lines.filter((line) => !line.present) : lines} all={lines} leave={onClose} />
        </>
      )}
      {!lines && !failed && <p class="soft">{t("One moment…")}</p>}
    </Dialog>
  );
}

function Result({ lines }: { lines: readonly Line[] }) {
  const count = missing(lines);
  return (
    <p class="check-result" role="status">
      <Icon name={count ? "open" : "check"} />
      {count ? tn("One thing is missing.", "{n} things are missing.", count) : t("Nothing is missing.")}
    </p>
  );
}

interface GroupsProps {
  room: Room;
  lines: readonly Line[];
  all: readonly Line[];
  leave: () => void;
}

function Groups({ room, lines, all, leave }: GroupsProps) {
  const groups: [id: string, title: string, rules: readonly Line["rule"][]][] = [
    ["told", t("What every vision tells"), ["block"]],
    ["agreed", t("Agreements"), ["owner"]],
    ["quoted", t("Quotes"), ["quote"]],
    ["links", t("Links"), ["link"]],
    ["private", t("What may be private"), ["private"]],
  ];
  const values = room.boot.blocks.filter((block) => block.kind === "value" && lines.some((line) => line.block === block.id));
  const drawn = groups.map(([id, title, rules]) => {
    const own = lines.filter((line) => rules.includes(line.rule));
    return own.length ? (
      <section key={id} aria-labelledby={`check-${id}`}>
        <h3 id={`check-${id}`}>{title}</h3>
        <ul class="list">
          {own.map((line) => (
            <CheckedLine key={keyOf(line)} room={room} line={line} leave={leave} />
          ))}
        </ul>
      </section>
    ) : null;
  });
  const about = values.length > 0 && (
    <section aria-labelledby="check-values">
      <h3 id="check-values">{t("What you find important: words, an example and a voice")}</h3>
      <ul class="list">
        {values.map((block) => (
          <Value key={block.id} room={room} block={block} lines={all.filter((line) => line.block === block.id)} leave={leave} />
        ))}
      </ul>
    </section>
  );
  return (
    <>
      {drawn.slice(0, 1)}
      {about}
      {drawn.slice(1)}
    </>
  );
}

function keyOf(line: Line): string {
  const { rule, block, section, card, agreement, source, start, fingerprint } = line;
  return [rule, block, section, card, agreement, source, start, fingerprint, line.text?.length].join("/");
}
