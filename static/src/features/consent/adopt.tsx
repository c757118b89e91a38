/** The moment of agreeing: what was answered once more, and then the decision. */
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { CheckLine } from "../document";
import { Missing } from "./absent";
import { answersOf, roundsOf, versionOf } from "./selectors";

export function Adopt({ onClose }: { onClose: () => void }) {
  const room = useRoom();
  const round = roundsOf(room.state).find((one) => one.state === "revealed");
  if (!round) return null;
  const answers = answersOf(room.state, round.id);
  const agree = answers.filter((one) => one.answer === "agree").length;
  const concerns = answers.filter((one) => one.answer === "concern").length;
  const adopt = () => void room.send("consent.close", { round: round.id, adopt: true }).then(onClose, () => undefined);
  return (
    <Dialog
      title={round.words ? t("Do we agree on this part?") : t("Do we agree on this version?")}
      onClose={onClose}
      onSubmit={adopt}
      actions={
        <>
          <button type="submit" class="button button--primary">
            {t("Yes, we agree on it")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("Not yet")}
          </button>
        </>
      }
    >
      <CheckLine back={Adopt} />
      {round.words ? (
        <blockquote class="consent__part" lang={room.boot.community.language} dir="auto">
          {round.words}
        </blockquote>
      ) : (
        <p>
          {t("Version {label} becomes our vision. This cannot be taken back; a next round can decide otherwise.", {
            label: versionOf(room.state, round)?.label ?? "",
          })}
        </p>
      )}
      {room.features.map((one) => one.unready && <one.unready key={one.unready.name} state={room.state} />)}
      <p>{tn("one person agrees", "{n} people agree", agree)}</p>
      <Missing round={round} />
      {concerns > 0 && <p>{tn("one person agrees with a concern", "{n} people agree with a concern", concerns)}</p>}
    </Dialog>
  );
}
