/** A kind hint while somebody types: this may be private. It never stops anybody, and works without a connection. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/strings";
import { useRoom } from "../room/room";
import { announce } from "../ui/announce";
import { focusSoon } from "../ui/focus";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import type { Private, PrivateKind } from "./find";
import { findPrivate, keyOf } from "./find";
import { fineIn, firstNames, forgetFine, sayFine } from "./fine";
import type { Question } from "./nameQuestion";
import { NameQuestion } from "./nameQuestion";
import { namesIn } from "./namesIn";
import { looksLike, whyPrivate } from "./words";

/** Not at every key: whoever types on is not spoken to. */
const DELAY_MS = 700;
const MAX_SHOWN = 4;

interface Found {
  kind: PrivateKind;
  words: string;
  fingerprint: string;
}

interface Props {
  /** Where it is written: a section, a card, or a place for a new card. */
  place: string;
  texts: readonly string[];
  /** The field in which it is written: the focus goes back there. */
  field: string;
  /** Puts a text without a name in the place of the first one. */
  without?: (text: string) => void;
  /** Asked before a card is shared, instead of the hint. */
  question?: Question | null;
}

export function PrivateHint({ question, ...hint }: Props) {
  return question ? <NameQuestion {...question} /> : <Hint {...hint} />;
}

function Hint({ place, texts, field, without }: Omit<Props, "question">) {
  const room = useRoom();
  const calm = useCalm(texts);
  const fine = fineIn(room, place);
  const names = firstNames(room.state);
  const found = calm.flatMap((text) => findPrivate(text, names).map((one) => asFound(text, one)));
  const shown = [...new Map(found.filter((one) => !fine.has(one.fingerprint)).map((one) => [one.fingerprint, one])).values()];
  const keys = shown.map((one) => one.fingerprint).join(" ");
  const empty = texts.length > 0 && texts.every((text) => !text.trim());
  useEffect(() => {
    if (empty) forgetFine(room, place);
  }, [empty, place]);
  const told = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const first = shown.find((one) => !told.current.has(one.fingerprint));
    if (first) announce(looksLike(first.kind, first.words));
    told.current = new Set(shown.map((one) => one.fingerprint));
  }, [keys]);
  if (!shown.length) return null;
  const stay = (one: Found) => {
    sayFine(room, place, one.fingerprint);
    focusSoon(".private-hint [data-do=fine]", field);
  };
  const leaveOut = (text: string) => {
    without?.(text);
    focusSoon(field);
  };
  const name = shown.find((one) => one.kind === "name");
  const proposal = name ? without && namesIn(calm[0] ?? "", room, place)?.proposal : null;
  return (
    <Notice kind="warm" role="group" label={t("Is this private?")} layout="stack stack--tight">
      <ul class="private-hint">
        {shown.slice(0, MAX_SHOWN).map((one) => (
          <li key={one.fingerprint}>
            <p>
              <strong>{looksLike(one.kind, one.words)}</strong> <span class="small">{whyPrivate(one.kind)}</span>
            </p>
            <div class="cluster cluster--tight">
              {one === name && proposal && (
                <button type="button" class="button button--small" data-do="without" onClick={() => leaveOut(proposal)}>
                  {t("Leave the name out")}
                </button>
              )}
              <button type="button" class="button button--small" data-do="fine" onClick={() => stay(one)}>
                <Icon name="check" /> {t("It may stay")}
                <span class="visually-hidden">: {one.words}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function asFound(text: string, one: Private): Found {
  const words = text.slice(one.start, one.end);
  return { kind: one.kind, words, fingerprint: keyOf(one.kind, words) };
}

/** The texts as they were when the keys rested. */
function useCalm(texts: readonly string[]): readonly string[] {
  const [calm, setCalm] = useState<readonly string[]>([]);
  const all = texts.join("\u0000");
  useEffect(() => {
    const timer = setTimeout(() => setCalm(texts), DELAY_MS);
    return () => clearTimeout(timer);
  }, [all]);
  // What was taken out is not pointed at any more.
  return all.trim() ? calm : [];
}
