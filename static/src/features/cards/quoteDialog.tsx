/** Permission for one quote: as "a parent" or with a name, and taking it back. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { toast } from "../../core/ui/toasts";
import type { Card } from "../../generated/catalogue";
import { membersOf, nameOf } from "../members";
import { asAuthor } from "./actions";

type How = "no" | "role" | "name";

/** A role with fewer people names somebody: the server says "somebody of the group" then. */
const FEWEST = 2;

export function QuoteDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom();
  const how = useSignal<How>(card.quote ? (card.quote_name ? "name" : "role") : "no");
  const choices = choicesFor(room, card);
  const keep = () => {
    const fields = { card: card.id, allowed: how.value !== "no", named: how.value === "name", key: room.secrets.get(card.id) };
    room.send("card.quote", fields, asAuthor(room, card)).then(
      () => {
        toast(fields.allowed ? t("This card may be quoted in the document.") : t("This card will not be quoted."));
        onClose();
      },
      () => undefined, // told already
    );
  };
  return (
    <Dialog
      title={t("May we quote this?")}
      onClose={onClose}
      onSubmit={keep}
      actions={
        <>
          <button type="submit" class="button button--primary">
            {t("Keep")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("Leave it")}
          </button>
        </>
      }
    >
      <p lang={card.lang} dir="auto">
        “{card.text}”
      </p>
      <fieldset class="stack stack--tight">
        <legend class="label">{t("In the Word file, and where others read our text:")}</legend>
        {choices.map(([value, label]) => (
          <label class="check" key={value}>
            <input type="radio" name="quote" value={value} checked={how.value === value} onChange={() => (how.value = value)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p class="small soft">{t("You can take this back at any time, years later too: here, or under “My name and my words to return”.")}</p>
    </Dialog>
  );
}

function choicesFor(room: Room, card: Card): [How, string][] {
  const choices: [How, string][] = [
    ["no", t("No, do not quote this")],
    ["role", t("Yes, under it stands: {who}", { who: plainly(room, card) })],
  ];
  const name = nameOf(room.state, card.author);
  if (card.author && name) choices.push(["name", t("Yes, under it stands my name: {name}", { name })]);
  return choices;
}

/** What stands under a quote without a name. */
function plainly(room: Room, card: Card): string {
  const role = room.role(card.author);
  if (!role) return card.nameless ? t("without name") : t("written together");
  const alike = membersOf(room.state).filter((one) => one.role === role).length;
  const one: Record<string, string> = {
    parent: t("a parent"),
    professional: t("a professional"),
    researcher: t("a researcher"),
    guest: t("a guest"),
  };
  return (alike >= FEWEST && one[role]) || t("somebody of the group");
}
