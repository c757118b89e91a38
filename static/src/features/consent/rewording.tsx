/** A better sentence beside the one that there is an objection to. */
import { useId } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useFormDraft } from "../../core/room/formDraft";
import { useRoom } from "../../core/room/room";
import { Icon } from "../../core/ui/icon";
import { MAX_BODY_LENGTH, problem } from "../../core/ui/limit";
import { WrittenField } from "../../core/ui/written";
import type { ConsentRound } from "../../generated/catalogue";
import { rewordingsOf } from "./selectors";

interface Props {
  round: ConsentRound;
  sentence: string;
}

export function Rewording({ round, sentence }: Props) {
  const room = useRoom();
  const lang = room.boot.community.language;
  const better = rewordingsOf(room.state, round.id).filter((one) => one.sentence === sentence);
  const open = round.state === "revealed";
  const remove = (rewording: string) =>
    void room.send("consent.reword", { rewording, round: round.id, sentence, text: "" }).catch(() => undefined);
  return (
    <div class="beside">
      <div class="beside__side">
        <p class="label">{t("Now")}</p>
        <p lang={lang} dir="auto">
          {sentence}
        </p>
      </div>
      <div class="beside__side">
        <p class="label">{t("Better")}</p>
        {better.length > 0 && (
          <ul class="list">
            {better.map((one) => (
              <li key={one.id} class="list__row">
                <span class="list__words" lang={lang} dir="auto">
                  {one.text}
                </span>
                {open && (
                  <button type="button" class="button button--small button--quiet" onClick={() => remove(one.id)}>
                    <Icon name="close" /> {t("Take away")}
                    <span class="visually-hidden">: {one.text}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {open && <Write round={round} sentence={sentence} />}
        {!open && !better.length && <p class="soft">{t("Nothing was written.")}</p>}
      </div>
    </div>
  );
}

function Write({ round, sentence }: Props) {
  const id = useId();
  const room = useRoom();
  const draft = useFormDraft(room.drafts, `reword-${round.id}-${sentence.slice(0, 60)}`, { text: "" });
  const text = draft.fields.text;
  const wrong = problem(text, MAX_BODY_LENGTH, true);
  const send = () => {
    if (wrong) return;
    room.send("consent.reword", { rewording: newId(), round: round.id, sentence, text: text.trim() }).then(
      () => {
        draft.set({ text: "" });
        draft.drop();
      },
      () => undefined,
    );
  };
  return (
    <form
      class="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WrittenField
        id={id}
        label={t("A better sentence")}
        rows={2}
        max={MAX_BODY_LENGTH}
        value={text}
        onInput={(words) => draft.set({ text: words })}
      />
      <div>
        <button type="submit" class="button button--small" disabled={Boolean(wrong)}>
          {t("Put it beside it")}
        </button>
      </div>
    </form>
  );
}
