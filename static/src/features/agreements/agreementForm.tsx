/** Writing down an agreement, or changing one. What is typed outlives a refusal and a reload. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { CommandError } from "../../core/live/connection";
import { newId } from "../../core/live/ids";
import { keepForm, keptForms, useFormDraft } from "../../core/room/formDraft";
import type { Room } from "../../core/room/room";
import { useRoom } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import { Dialog } from "../../core/ui/dialog";
import { Field } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import { MAX_BODY_LENGTH, MAX_LINE_LENGTH, problem } from "../../core/ui/limit";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import { WrittenField } from "../../core/ui/written";
import type { Agreement, Card } from "../../generated/catalogue";
import { labelOf, membersOf } from "../members";

export interface Form {
  agreement: Agreement | null;
  card: Card | null;
}

/** Where the words are kept: with the agreement, or with the card that it is made of. */
function placeOf(form: Form): string {
  return `agreement-${form.agreement?.id ?? form.card?.id ?? "new"}`;
}

/** The form that was open when an earlier page was closed. */
export function keptAgreement(room: Room): Form | null {
  const [id] = keptForms(room.drafts, "agreement-");
  if (id === undefined) return null;
  const { agreements, cards } = room.state.collections;
  return { agreement: agreements[id] ?? null, card: cards[id] ?? null };
}

interface FormProps {
  form: Form;
  onClose: () => void;
  /** Opens the form again with what was typed. */
  reopen: () => void;
}

export function AgreementForm({ form, onClose, reopen }: FormProps) {
  const room = useRoom();
  const state = room.state;
  const old = form.agreement;
  const from = form.card;
  const draft = useFormDraft(room.drafts, placeOf(form), {
    text: old?.text ?? from?.text ?? "",
    owner: old?.owner ?? from?.author ?? "",
    helpers: old?.helpers ?? [],
    start: old?.start ?? from?.due ?? "",
    paid_by: old?.paid_by ?? "",
    section: old?.section ?? "",
  });
  const fields = draft.fields;
  const set = draft.set;
  const error = useSignal("");
  const rev = useSignal(old?.rev ?? 0);
  const members = membersOf(state);
  const sections = Object.values(state.collections.sections)
    .filter((one) => !one.removed)
    .sort(byRank);
  const close = () => {
    draft.drop();
    onClose();
    if (!draft.changed) return;
    const again = () => {
      keepForm(room.drafts, placeOf(form), fields);
      reopen();
    };
    toast(t("Nothing was kept."), { action: { label: t("Go on writing"), run: again } });
  };
  const save = () => {
    const { text, owner, helpers, start, paid_by, section } = fields;
    if (problem(text, MAX_BODY_LENGTH, true) || problem(paid_by, MAX_LINE_LENGTH)) return;
    const content = {
      text: text.trim(),
      owner: owner || null,
      helpers: helpers.filter((id) => id !== owner),
      start: start || null,
      paid_by: paid_by.trim(),
      card: old?.card ?? from?.id ?? null,
      section: section || null,
    };
    const id = old?.id ?? newId();
    const job = old
      ? room.send("agreement.edit", { agreement: id, rev: rev.value, ...content }, { quiet: true })
      : room.send("agreement.add", { agreement: id, ...content }, { quiet: true });
    job.then(
      () => {
        draft.drop();
        onClose();
        focusSoon(`#agreement-${id}`);
      },
      (refused) => {
        error.value = refused instanceof CommandError ? refused.message : String(refused);
        rev.value = room.state.collections.agreements[id]?.rev ?? rev.value;
      },
    );
  };
  return (
    <Dialog
      title={old ? t("Change agreement") : t("Write down an agreement")}
      onClose={close}
      onSubmit={save}
      actions={
        <>
          <button type="submit" class="button button--primary">
            {t("Keep")}
          </button>
          <button type="button" class="button" onClick={close}>
            {t("Cancel")}
          </button>
        </>
      }
    >
      {error.value && (
        <Notice kind="error" role="alert">
          <p>{error.value}</p>
        </Notice>
      )}
      <WrittenField
        id="agreement-text"
        label={t("What do we do?")}
        rows={3}
        max={MAX_BODY_LENGTH}
        needed
        autofocus
        value={fields.text}
        onInput={(text) => set({ text })}
      />
      <p class="soft small">{t("What you do not know yet may stay open.")}</p>
      <Field id="agreement-owner" label={t("Who")}>
        <select class="select" value={fields.owner} onChange={(event) => set({ owner: event.currentTarget.value })}>
          <option value="">{t("nobody yet")}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {labelOf(state, member)}
            </option>
          ))}
        </select>
      </Field>
      <details>
        <summary>{t("Who helps")}</summary>
        <fieldset class="stack stack--tight">
          <legend class="visually-hidden">{t("Who helps")}</legend>
          {members.map((member) => (
            <label class="check" key={member.id}>
              <input
                type="checkbox"
                checked={fields.helpers.includes(member.id)}
                onChange={(event) => {
                  const others = fields.helpers.filter((id) => id !== member.id);
                  set({ helpers: event.currentTarget.checked ? [...others, member.id] : others });
                }}
              />
              <span>{labelOf(state, member)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <Field id="agreement-start" label={t("From when")}>
        <input class="input" type="date" value={fields.start} onInput={(event) => set({ start: event.currentTarget.value })} />
      </Field>
      <WrittenField
        id="agreement-paid"
        label={t("Who pays")}
        max={MAX_LINE_LENGTH}
        value={fields.paid_by}
        onInput={(paid_by) => set({ paid_by })}
      />
      {sections.length > 0 && (
        <Field id="agreement-section" label={t("Part of the vision")}>
          <select class="select" value={fields.section} onChange={(event) => set({ section: event.currentTarget.value })}>
            <option value="">{t("none")}</option>
            {sections.map((one) => (
              <option key={one.id} value={one.id}>
                {one.heading}
              </option>
            ))}
          </select>
        </Field>
      )}
    </Dialog>
  );
}
