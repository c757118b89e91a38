/** Concerns and objections: all below each other, or on a phone one at a time. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { narrow } from "../../core/ui/media";
import { Notice } from "../../core/ui/notice";
import { Sequence } from "../../core/ui/sequence";
import type { ConsentAnswer, ConsentRound } from "../../generated/catalogue";
import { nameOf } from "../members";
import { Rewording } from "./rewording";

type Kind = ConsentAnswer["answer"];

function heading(kind: Kind): string {
  return kind === "concern" ? t("Concerns to keep in mind") : t("Objections: look for a better sentence together");
}

interface Props {
  round: ConsentRound;
  answers: readonly ConsentAnswer[];
}

export function Reasons({ round, answers }: Props) {
  const of = (kind: Kind) => answers.filter((one) => one.answer === kind);
  const objections = of("objection");
  const concerns = of("concern");
  const all = (
    <>
      <Group round={round} kind="objection" answers={objections} />
      <Group round={round} kind="concern" answers={concerns} />
    </>
  );
  if (!narrow.value) return all;
  return (
    <Sequence
      label={t("What was said")}
      items={[...objections, ...concerns]}
      idOf={(one) => one.id}
      one={(one) => <Group round={round} kind={one.answer} answers={[one]} />}
      overview={() => all}
    />
  );
}

function Group({ round, kind, answers }: Props & { kind: Kind }) {
  const room = useRoom();
  if (!answers.length) return null;
  // One place for better words a sentence, however many object to it.
  const sentences = kind === "objection" ? [...new Set(answers.map((one) => one.sentence).filter(Boolean))] : [];
  return (
    <>
      <Notice kind={kind === "concern" ? "warn" : "error"} icon={kind}>
        <h3 class="notice__title">{heading(kind)}</h3>
        <ul>
          {answers.map((one) => (
            <li key={one.id} dir="auto">
              <strong>{nameOf(room.state, one.member) || t("somebody who left")}:</strong> {one.reason}
              {round.typed.includes(one.member) && <span class="badge">{t("typed by somebody else")}</span>}
              {one.sentence && (
                <p class="small" lang={room.boot.community.language} dir="auto">
                  “{one.sentence}”
                </p>
              )}
            </li>
          ))}
        </ul>
      </Notice>
      {sentences.map((sentence) => (
        <Rewording key={sentence} round={round} sentence={sentence} />
      ))}
    </>
  );
}
