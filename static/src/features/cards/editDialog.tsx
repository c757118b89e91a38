/** Changing a card. What is typed outlives the card, a refusal and a reload. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { CommandError } from "../../core/live/connection";
import type { FormDraft } from "../../core/room/formDraft";
import { keepForm, useFormDraft } from "../../core/room/formDraft";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { Icon } from "../../core/ui/icon";
import { lazy } from "../../core/ui/lazy";
import { problem } from "../../core/ui/limit";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import { WrittenField } from "../../core/ui/written";
import type { Card } from "../../generated/catalogue";
import { editCard, MAX_CARD_LENGTH, shareAgain } from "./actions";
import type { EditFields } from "./editKept";
import { editPlace } from "./editKept";
import { StatementTips } from "./statementTips";

const PrivateHint = lazy(() => import("../../core/private/parts").then((part) => part.PrivateHint));

interface Props {
  card: Card;
  onClose: () => void;
}

export function EditDialog({ card, onClose }: Props) {
  const room = useRoom();
  const draft = useFormDraft<EditFields>(room.drafts, editPlace(card.id), {
    base: card,
    text: card.text,
    translation: card.translation,
    due: card.due ?? "",
  });
  const { base, text, translation, due } = draft.fields;
  const [rev, setRev] = useState(base.rev);
  const [error, setError] = useState("");
  const [saving, setSaving] = useState(false);
  const gone = room.state.collections.cards[card.id] === undefined;
  const close = () => {
    leave(room, card, draft, gone);
    onClose();
  };
  useEffect(() => {
    // What an earlier page sent has arrived: there is nothing left to keep.
    if (card.rev === rev || card.text !== text.trim() || card.translation !== translation.trim()) return;
    draft.drop();
    onClose();
  }, [card.rev]);
  const waits = saving && room.live.status.value !== "online";
  useEffect(() => {
    if (waits) onClose(); // the outbox keeps it; a refusal brings this dialog back
  }, [waits]);
  const save = async () => {
    if (gone) return;
    if (problem(text, MAX_CARD_LENGTH, !card.picture) || problem(translation, MAX_CARD_LENGTH)) return;
    setSaving(true);
    try {
      await editCard(room, base, rev, text.trim(), translation.trim(), due || null);
      draft.drop();
      onClose();
    } catch (refused) {
      setSaving(false);
      setError(refused instanceof CommandError ? refused.message : String(refused));
      const now = room.state.collections.cards[card.id];
      if (now) setRev(now.rev);
    }
  };
  return (
    <Dialog
      title={t("Change card")}
      onClose={close}
      onSubmit={() => void save()}
      actions={gone ? <GoneActions card={card} draft={draft} onClose={onClose} close={close} /> : <Actions close={close} />}
    >
      {gone ? <Gone /> : <Changed card={card} base={base} rev={rev} error={error} />}
      <WrittenField
        id="edit-text"
        label={t("Text of the card")}
        rows={5}
        max={MAX_CARD_LENGTH}
        needed={!card.picture}
        autofocus
        value={text}
        onInput={(value) => {
          draft.set({ text: value });
          room.typing.keyPressed(card.board);
        }}
        below={
          <>
            <PrivateHint place={card.id} texts={[text, translation]} field="#edit-text" />
            <StatementTips board={card.board} text={text} put={(value) => draft.set({ text: value })} />
          </>
        }
      />
      {(card.translation || card.lang !== room.boot.community.language) && (
        <WrittenField
          id="edit-translation"
          label={t("In the language of the group")}
          rows={3}
          max={MAX_CARD_LENGTH}
          value={translation}
          onInput={(value) => draft.set({ translation: value })}
        />
      )}
      {card.due && (
        <Field id="edit-due" label={t("When")}>
          <input class="input" type="date" value={due} onInput={(event) => draft.set({ due: event.currentTarget.value })} />
        </Field>
      )}
    </Dialog>
  );
}

/** Closed without keeping: the words are one press away, or where a new card is written. */
function leave(room: Room, card: Card, draft: FormDraft<EditFields>, gone: boolean): void {
  draft.drop();
  if (!draft.changed) return;
  if (gone) {
    room.drafts.putBack(`${card.board}/${card.column}`, draft.fields.text.trim(), card.picture);
    toast(t("Your words are kept in the field where you write a new card."));
    return;
  }
  const fields = draft.fields;
  const again = () => {
    keepForm(room.drafts, editPlace(card.id), fields);
    room.open(EditDialog, card);
  };
  toast(t("The card is as it was. Your change was not kept."), { action: { label: t("Go on writing"), run: again } });
}

function Actions({ close }: { close: () => void }) {
  return (
    <>
      <button type="submit" class="button button--primary">
        {t("Keep")}
      </button>
      <button type="button" class="button" onClick={close}>
        {t("Cancel")}
      </button>
    </>
  );
}

function Gone() {
  return (
    <Notice kind="warn" role="alert" title={t("This card was taken away.")}>
      <p>{t("Your words are still here. Share them as a new card, or copy them.")}</p>
    </Notice>
  );
}

interface GoneProps extends Props {
  draft: FormDraft<EditFields>;
  close: () => void;
}

function GoneActions({ card, draft, onClose, close }: GoneProps) {
  const room = useRoom();
  const [copied, setCopied] = useState(false);
  const { text, translation, due } = draft.fields;
  const wrong = problem(text, MAX_CARD_LENGTH, !card.picture) || problem(translation, MAX_CARD_LENGTH);
  const share = () => {
    const again = { ...card, text: text.trim(), translation: translation.trim(), due: due || null };
    // A refusal puts the words back where a new card is written.
    shareAgain(room, again, room.secrets.get(card.id)).catch(() => undefined);
    draft.drop();
    onClose();
  };
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => document.querySelector<HTMLTextAreaElement>("#edit-text")?.select(), // then Ctrl+C does it
    );
  };
  return (
    <>
      <button type="button" class="button button--primary" data-do="share-again" disabled={wrong !== ""} onClick={share}>
        <Icon name="add" /> {t("Share as a new card")}
      </button>
      <button type="button" class="button" onClick={copy}>
        {copied ? t("Copied") : t("Copy the words")}
      </button>
      <button type="button" class="button button--quiet" onClick={close}>
        {t("Close")}
      </button>
    </>
  );
}

/** Somebody else changed the card meanwhile, or the change was refused. */
function Changed({ card, base, rev, error }: { card: Card; base: Card; rev: number; error: string }) {
  if (card.rev === rev && !error) return null;
  return (
    <Notice kind="warn" role="alert">
      {error && <p>{error}</p>}
      {card.text !== base.text && (
        <>
          <p class="notice__title">{t("It now says:")}</p>
          <p dir="auto">{card.text}</p>
        </>
      )}
    </Notice>
  );
}
