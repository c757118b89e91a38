/** Where a card is written. What is not shared yet stays on this device. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { newId, newSecret } from "../../core/live/ids";
import type { NameHint } from "../../core/private/nameHint";
import { useRoom } from "../../core/room/room";
import { undoable } from "../../core/room/undo";
import type { ColumnInfo, StepInfo } from "../../core/store/phases";
import { announce } from "../../core/ui/announce";
import { Field, Wrong } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { problem } from "../../core/ui/limit";
import { focusWrong, LettersLeft, WrittenField } from "../../core/ui/written";
import { LANGUAGES } from "../../generated/catalogue";
import { ActsFor } from "../members";
import { brief, MAX_CARD_LENGTH } from "./actions";
import { hintOf, hintsLoaded, loadHints, PrivateHint } from "./hints";
import type { Moment } from "./moments";
import { asMoment, MomentPicker } from "./moments";
import { NotShared, trying } from "./notShared";
import { StatementTips } from "./statementTips";

interface Props {
  step: StepInfo;
  column: ColumnInfo;
  /** Puts the place to write away; what stands in it is kept. */
  onClose?: () => void;
  /** Hears which card was shared. */
  onShared?: (card: string) => void;
  /** On a phone the button stands beside the text, so that both stay in view above the keyboard. */
  phone?: boolean;
}

export function Composer({ step, column, onClose, onShared, phone = false }: Props) {
  const room = useRoom();
  const place = `${step.id}/${column.id}`;
  const area = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(room.drafts.get(place));
  const moment = useSignal<Moment | null>(asMoment(room.drafts.picture(place)));
  const passed = useSignal(false);
  const hint = useSignal<NameHint | null>(null);
  const nameless = useSignal(false);
  const own = useSignal({ lang: room.boot.language, translation: room.drafts.get(`${place}/translation`), due: "", quote: false });
  const starter = column.starter ?? "";
  const id = `write-${step.id}-${column.id}`;
  const dated = column.dated && !column.shared;
  const origin = room.origin.value;
  const takesOrigin = origin !== null && step.columns[step.columns.length - 1]?.id === column.id;

  const put = (value: string) => {
    text.value = value;
    hint.value = null;
    room.drafts.set(place, value.trim() === starter.trim() ? "" : value);
  };
  const choose = (picture: Moment | null) => {
    moment.value = picture;
    if (column.pictures) room.drafts.setPicture(place, picture);
  };
  const translate = (translation: string) => {
    own.value = { ...own.value, translation };
    room.drafts.set(`${place}/translation`, translation);
  };
  useEffect(() => {
    // A text that was refused comes back, and a draft of another tab is there after a reload.
    const kept = room.drafts.get(place);
    if (kept && kept !== text.value) text.value = kept;
    if (column.pictures) moment.value = asMoment(room.drafts.picture(place));
    const translation = room.drafts.get(`${place}/translation`);
    if (translation && !own.value.translation) own.value = { ...own.value, translation };
  }, [room.drafts.changes.value, place]);
  useEffect(() => {
    if (takesOrigin) area.current?.focus();
  }, [origin?.id]);
  useEffect(() => void loadHints().catch(() => undefined), []);

  const as = room.asMember.value;
  const share = (words: string, checked: boolean) => {
    const ready = once(words.trim(), starter.trim());
    const picture = moment.value;
    if (!picture && (!ready || ready === starter.trim())) {
      area.current?.focus();
      return;
    }
    if (problem(ready, MAX_CARD_LENGTH) || problem(own.value.translation, MAX_CARD_LENGTH)) {
      focusWrong(area.current?.form);
      return;
    }
    const found = checked ? null : hintOf(ready, room, place);
    if (found === undefined) {
      void hintsLoaded().then(() => share(text.value, hintOf("", room, place) === undefined));
      return;
    }
    if (found) {
      hint.value = found;
      announce(t("There seems to be a child's name in this text."));
      return;
    }
    trying(place);
    const card = newId();
    const secret = nameless.value && !column.shared ? newSecret() : null;
    if (secret) room.secrets.set(card, secret);
    const { lang, translation, due, quote } = own.value;
    const job = room.send("card.add", {
      card,
      board: step.id,
      column: column.id,
      text: ready,
      picture,
      nameless: secret !== null,
      key: secret,
      lang,
      translation: translation.trim(),
      quote,
      origins: takesOrigin && origin ? [origin.id] : [],
      due: due || null,
    });
    undoable(room, t("Share card"), job, () => takeBack(card, secret, ready, picture)).catch(() => undefined);
    put("");
    choose(null);
    translate("");
    own.value = { ...own.value, due: "", quote: false };
    if (takesOrigin) room.origin.value = null;
    room.typing.stop();
    announce(t("Your card is on the board."));
    // On a phone the keyboard goes away, so that the card is seen; elsewhere one writes on.
    if (onShared) {
      onShared(card);
      focusSoon(`[data-card="${card}"]`);
    } else area.current?.focus();
  };

  const pass = () => {
    passed.value = true;
    announce(t("That is fine. Just listen along."));
    focusSoon(`[data-passed="${id}"]`);
  };

  /** Undone: the card goes, its text is back where it was written. */
  const takeBack = async (card: string, key: string | null, words: string, picture: Moment | null) => {
    await room.send("card.withdraw", { card, key }, { as_member: as });
    room.secrets.drop(card);
    room.drafts.putBack(place, words, picture);
  };

  const wrong = problem(text.value, MAX_CARD_LENGTH);
  // The first words, which stand there as soon as one is in the field, are nobody's own yet.
  const untouched = !text.value.trim() || text.value.trim() === starter.trim();
  if (passed.value) return <Passed id={id} onBack={() => (passed.value = false)} />;
  return (
    <form
      noValidate
      class={`composer${phone ? " composer--phone" : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        share(text.value, false);
      }}
    >
      <label class="visually-hidden" for={id}>
        {t("Write a card for: {column}", { column: column.title })}
      </label>
      {takesOrigin && origin && <FromCard text={brief(origin, 90)} onClear={() => (room.origin.value = null)} />}
      {column.pictures && <MomentPicker id={`${id}-picture`} value={moment.value} onChange={choose} />}
      <div class="composer__row">
        <textarea
          ref={area}
          id={id}
          class="composer__text"
          dir="auto"
          rows={2}
          aria-invalid={wrong ? "true" : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          placeholder={column.hint || t("Write here")}
          value={text.value}
          onFocus={(event) => {
            if (text.value || !starter) return;
            text.value = starter;
            event.currentTarget.value = starter; // at once, so that a paste replaces it
          }}
          onBlur={() => {
            if (text.value.trim() === starter.trim()) text.value = "";
          }}
          onInput={(event) => {
            grow(event.currentTarget);
            put(event.currentTarget.value);
            if (event.currentTarget.value.trim()) room.typing.keyPressed(step.id);
            else room.typing.stop();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) share(text.value, false);
            if (event.key === "Escape") onClose?.();
          }}
        />
        {phone && <SendButton />}
      </div>
      {!untouched && (
        <PrivateHint
          place={place}
          texts={[text.value, own.value.translation]}
          field={`#${id}`}
          without={put}
          question={hint.value && { hint: hint.value, text: text.value, share, onClose: () => (hint.value = null) }}
        />
      )}
      <Wrong id={`${id}-wrong`} text={wrong} />
      <LettersLeft text={text.value} max={MAX_CARD_LENGTH} />
      <NotShared place={place} />
      {!column.shared && <ActsFor id={`as-${column.id}`} label={t("I type for")} small />}
      <StatementTips board={step.id} text={text.value} put={put} />
      <div class="composer__tools">
        {!column.shared && (
          <label class="check">
            <input type="checkbox" checked={nameless.value} onChange={(event) => (nameless.value = event.currentTarget.checked)} />
            <span>{t("Without my name")}</span>
          </label>
        )}
        {(phone || column.pictures) && untouched && !moment.value && (
          <button type="button" class="button button--quiet" data-do="pass" onClick={() => pass()}>
            {t("I skip this")}
          </button>
        )}
        {!phone && <SendButton />}
      </div>
      {nameless.value && (
        <p class="small soft">
          {t("Nobody can see who wrote it, not even the facilitator. You can only change it on this phone or computer.")}
        </p>
      )}
      <details class="composer__more small">
        <summary>{t("More: own language, quote")}</summary>
        <div class="stack stack--tight">
          <Field id={`${id}-lang`} label={t("I write in")}>
            <select
              class="select"
              value={own.value.lang}
              onChange={(event) => (own.value = { ...own.value, lang: event.currentTarget.value })}
            >
              {LANGUAGES.map(({ code, name }) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <WrittenField
            id={`${id}-translation`}
            label={t("The same in the language of the group (if you like)")}
            rows={2}
            max={MAX_CARD_LENGTH}
            value={own.value.translation}
            onInput={(translation) => translate(translation)}
          />
          {!column.shared && (
            <label class="check">
              <input
                type="checkbox"
                checked={own.value.quote}
                onChange={(event) => (own.value = { ...own.value, quote: event.currentTarget.checked })}
              />
              <span>{t("Our document may quote this card")}</span>
            </label>
          )}
        </div>
      </details>
      {dated && (
        <Field id={`${id}-due`} label={t("Before when? (if you know)")}>
          <input
            class="input"
            type="date"
            value={own.value.due}
            onInput={(event) => (own.value = { ...own.value, due: event.currentTarget.value })}
          />
        </Field>
      )}
    </form>
  );
}

function SendButton() {
  return (
    <button type="submit" class="button button--primary composer__send" data-do="share">
      <Icon name="send" /> {t("Share")}
    </button>
  );
}

/** Whoever passes sees no questions; nobody else sees anything of it. */
function Passed({ id, onBack }: { id: string; onBack: () => void }) {
  return (
    <p class="composer cluster cluster--spread">
      <span>{t("That is fine. Just listen along.")}</span>
      <button type="button" class="button" data-passed={id} onClick={onBack}>
        {t("I do want to say something")}
      </button>
    </p>
  );
}

/** Grows with the text, in browsers whose style sheets cannot do it. */
function grow(area: HTMLTextAreaElement): void {
  if (globalThis.CSS?.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

/** Whoever pastes a whole sentence after its first words means those words once. */
function once(text: string, starter: string): string {
  return starter && text.startsWith(`${starter} ${starter} `) ? text.slice(starter.length + 1) : text;
}

function FromCard({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <p class="cluster cluster--tight small">
      <Icon name="undo" />
      <span dir="auto">{t("From: {card}", { card: text })}</span>
      <button type="button" class="button button--icon button--quiet" aria-label={t("Not from this card")} onClick={onClear}>
        <Icon name="close" />
      </button>
    </p>
  );
}
