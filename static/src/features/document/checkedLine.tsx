/** One line of the check: a sign and a word say whether it is there; buttons lead to what mends it. */
import { t } from "../../core/i18n/strings";
import { looksLike, whyPrivate } from "../../core/private/words";
import type { Room } from "../../core/room/room";
import type { BlockInfo } from "../../core/store/phases";
import { Icon } from "../../core/ui/icon";
import { nameOf } from "../members";
import type { Line } from "./answers";
import { actsFor } from "./mend";

const MAX_WORDS = 90;

interface Props {
  room: Room;
  line: Line;
  leave: () => void;
}

export function CheckedLine({ room, line, leave }: Props) {
  const hint = hintOf(room, line);
  return (
    <li class="checked list__row" data-rule={line.rule}>
      <Mark present={line.present} />
      <div class="list__words">
        <strong dir="auto">{titleOf(room, line)}</strong>
        {hint && <p class="soft small">{hint}</p>}
      </div>
      {(!line.present || line.section) && <Acts room={room} line={line} leave={leave} />}
    </li>
  );
}

/** A starter value: its words, an example and a voice. */
export function Value({ room, block, lines, leave }: { room: Room; block: BlockInfo; lines: readonly Line[]; leave: () => void }) {
  const absent = lines.find((line) => line.reason === "absent");
  const first = lines.find((line) => !line.present);
  return (
    <li class="checked list__row" data-rule="value" data-block={block.id}>
      <div class="list__words">
        <strong>{block.name}</strong>
        {absent && <p class="soft small">{t("No part of the text is about this.")}</p>}
        {!absent && (
          <ul class="checked__parts">
            {lines.map((line) => (
              <li key={line.rule}>
                <Mark present={line.present} /> {partName(line)}
              </li>
            ))}
          </ul>
        )}
        {first && !absent && <p class="soft small">{partHint(first, block)}</p>}
      </div>
      {first && <Acts room={room} line={first} leave={leave} />}
    </li>
  );
}

function Mark({ present }: { present: boolean }) {
  return (
    <span class={`badge ${present ? "badge--good" : "badge--warn"} checked__mark`}>
      <Icon name={present ? "check" : "open"} /> {present ? t("there") : t("missing")}
    </span>
  );
}

function Acts({ room, line, leave }: Props) {
  const acts = actsFor(room, line);
  if (!acts.length) return null;
  return (
    <div class="cluster cluster--tight">
      {acts.map((one) => (
        <button
          key={one.id}
          type="button"
          class="button button--small"
          data-do={`check-${one.id}`}
          onClick={() => {
            if (!one.stays) leave();
            one.run();
          }}
        >
          <Icon name={one.icon} /> {one.label}
          <span class="visually-hidden">: {titleOf(room, line)}</span>
        </button>
      ))}
    </div>
  );
}

function blockOf(room: Room, line: Line): BlockInfo | undefined {
  return room.boot.blocks.find((one) => one.id === line.block);
}

function brief(words: string): string {
  const signs = [...words.replace(/\s+/g, " ").trim()];
  return signs.length > MAX_WORDS ? `${signs.slice(0, MAX_WORDS).join("")}…` : signs.join("");
}

function titleOf(room: Room, line: Line): string {
  if (line.block) return blockOf(room, line)?.name ?? line.block;
  if (line.present) return t("Nothing is missing.");
  if (line.rule === "quote") return `“${brief(line.words ?? "")}”`;
  if (line.rule !== "private") return brief(line.words ?? "");
  return looksLike(kindOf(line), line.words ?? "");
}

function kindOf(line: Line) {
  const { reason } = line;
  return reason === "phone" || reason === "email" || reason === "address" ? reason : "name";
}

/** What is wrong, and where. */
function hintOf(room: Room, line: Line): string {
  const part = line.section ? (room.state.collections.sections[line.section]?.heading ?? "") : "";
  if (line.present) return part === titleOf(room, line) ? "" : part;
  switch (line.rule) {
    case "block":
      return line.reason === "empty"
        ? t("There is a part for it, with hardly any words yet.")
        : `${blockOf(room, line)?.about ?? ""} ${t("The core team can add a part about this.")}`;
    case "owner":
      return t("nobody yet");
    case "quote":
      return quoteHint(room, line);
    case "link":
      return linkHint(line, part);
    default:
      return [
        line.card ? t("On a card that the document may quote.") : line.agreement ? t("In an agreement.") : `${part}.`,
        whyPrivate(kindOf(line)),
      ].join(" ");
  }
}

function quoteHint(room: Room, line: Line): string {
  const card = line.card ? room.state.collections.cards[line.card] : undefined;
  const name = nameOf(room.state, card?.author ?? null);
  return name
    ? t("{name} wrote this on a card. Ask whether the document may quote it.", { name })
    : t("This stands on a card without a name. Its writer can say on the card that it may be quoted.");
}

function linkHint(line: Line, part: string): string {
  if (line.reason === "form") return t("This is not a whole web address.");
  return line.reason === "paragraph"
    ? t("This card belonged to a paragraph of “{part}” that is gone.", { part })
    : t("What it leads to is gone.");
}

function partName(line: Line): string {
  return line.rule === "words" ? t("words") : line.rule === "example" ? t("an example") : t("a voice");
}

function partHint(line: Line, block: BlockInfo): string {
  if (line.rule === "words") return block.about;
  if (line.rule === "example") return t("Write “for example …”, or put a story behind a paragraph.");
  return t("Put a card behind it that may be quoted, or write a quotation.");
}
