/** Asking again: the better sentences go into the text, and a new round begins. */
import { useSignal } from "@preact/signals";
import { t, tn } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import type { ConsentRound } from "../../generated/catalogue";
import { nextLabel, rewordingsOf, roundsOf } from "./selectors";
import type { SentencesOf } from "./sentences";
import { betterIn } from "./sentences";

export function AskAgain({ round }: { round: ConsentRound }) {
  const room = useRoom();
  if (!room.steering.value || !rewordingsOf(room.state, round.id).length) return null;
  return (
    <div>
      <button type="button" class="button" data-do="ask-again" onClick={() => room.show(AgainDialog)}>
        <Icon name="redo" /> {t("Ask again with better sentences")}
      </button>
    </div>
  );
}

/** In the next round: the sentences that took the place of others. */
export function Better({ round, sections }: { round: ConsentRound; sections: readonly SentencesOf[] }) {
  const room = useRoom();
  const better = round.after ? betterIn(rewordingsOf(room.state, round.after), sections) : [];
  if (!better.length) return null;
  return (
    <div>
      <p class="label">{t("Different since the round before")}</p>
      <ul lang={room.boot.community.language}>
        {better.map((one) => (
          <li key={one.id}>
            <del dir="auto">{one.sentence}</del> <ins dir="auto">{one.text}</ins>
          </li>
        ))}
      </ul>
    </div>
  );
}

function AgainDialog({ onClose }: { onClose: () => void }) {
  const room = useRoom();
  const round = roundsOf(room.state).find((one) => one.state === "revealed");
  const better = round ? rewordingsOf(room.state, round.id) : [];
  const firsts = better.filter((one, n) => better.findIndex((other) => other.sentence === one.sentence) === n);
  const chosen = useSignal<readonly string[]>(firsts.map((one) => one.id));
  if (!round) return null;
  const ask = () => {
    const fields = { round: round.id, next: newId(), version: newId(), label: nextLabel(room.state) };
    void room.send("consent.again", { ...fields, rewordings: [...chosen.value] }).then(onClose, () => undefined);
  };
  /** Of one sentence one better one is taken. */
  const set = (id: string, on: boolean) => {
    const sentence = better.find((one) => one.id === id)?.sentence;
    const others = chosen.value.filter((one) => better.find((other) => other.id === one)?.sentence !== sentence);
    chosen.value = on ? [...others, id] : others;
  };
  return (
    <Dialog
      title={t("Ask again with better sentences")}
      onClose={onClose}
      onSubmit={ask}
      actions={
        <button type="submit" class="button button--primary" disabled={!chosen.value.length}>
          {tn("Change one sentence and ask again", "Change {n} sentences and ask again", chosen.value.length)}
        </button>
      }
    >
      <p>{t("This round closes. The sentences go into our text, and everybody who was asked is asked about the new text.")}</p>
      <fieldset class="stack stack--tight">
        <legend class="label">{t("Which sentences")}</legend>
        {better.map((one) => (
          <label class="check" key={one.id}>
            <input type="checkbox" checked={chosen.value.includes(one.id)} onChange={(event) => set(one.id, event.currentTarget.checked)} />
            <span lang={room.boot.community.language}>
              <del dir="auto">{one.sentence}</del> <ins dir="auto">{one.text}</ins>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
