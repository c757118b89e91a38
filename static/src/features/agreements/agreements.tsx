/** Agreements: what, who, when, who pays. What is open is said openly: "nobody yet". */
import { useSignal } from "@preact/signals";
import { day, t } from "../../core/i18n/strings";
import { CommandError } from "../../core/live/connection";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { byRank } from "../../core/store/order";
import type { StepInfo } from "../../core/store/phases";
import { Dialog } from "../../core/ui/dialog";
import { Empty } from "../../core/ui/empty";
import { Field } from "../../core/ui/field";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { Menu } from "../../core/ui/menu";
import { Notice } from "../../core/ui/notice";
import { toast } from "../../core/ui/toasts";
import type { Agreement, Card } from "../../generated/catalogue";
import { brief, cardsOn } from "../cards";
import { labelOf, membersOf, nameOf } from "../members";
import { agreementsOf } from "./selectors";

interface Form {
  agreement: Agreement | null;
  card: Card | null;
}

export function Agreements({ step }: { step: StepInfo }) {
  const room = useRoom();
  const state = room.state;
  const agreements = agreementsOf(state);
  const form = useSignal<Form | null>(null);
  const used = new Set(agreements.map((one) => one.card));
  const boards = [...new Set([...step.shows, ...step.earlier])].filter((one) => room.agenda.step(one));
  const cards = cardsOn(state, boards, [], room.me).filter((card) => !card.hidden && !used.has(card.id));
  return (
    <div class="stack">
      <p>
        <button type="button" class="button button--primary" onClick={() => (form.value = { agreement: null, card: null })}>
          <Icon name="add" /> {t("Write down an agreement")}
        </button>
      </p>
      {agreements.length === 0 && <Empty picture="empty-cards" text={t("No agreements yet.")} />}
      <div class="grid grid--two">
        {agreements.map((one) => (
          <AgreementView key={one.id} agreement={one} onEdit={() => (form.value = { agreement: one, card: null })} />
        ))}
      </div>
      {cards.length > 0 && (
        <section class="column" aria-labelledby="from-cards">
          <h2 class="column__title" id="from-cards">
            {t("From these cards you can make agreements")}
          </h2>
          <ul class="list">
            {cards.map((card) => (
              <li key={card.id} class="list__row cluster cluster--spread">
                <span dir="auto">
                  {brief(card, 120)} {card.author && <span class="soft small">{nameOf(state, card.author)}</span>}
                </span>
                <button
                  type="button"
                  class="button button--small"
                  aria-label={t("Make an agreement of: {card}", { card: brief(card) })}
                  onClick={() => (form.value = { agreement: null, card })}
                >
                  <Icon name="promise" /> {t("Make an agreement")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {form.value && <AgreementForm key={form.value.agreement?.id ?? "new"} form={form.value} onClose={() => (form.value = null)} />}
    </div>
  );
}

function AgreementView({ agreement, onEdit }: { agreement: Agreement; onEdit: () => void }) {
  const room = useRoom();
  const state = room.state;
  const gap = (text: string) => <span class="badge badge--warn">{text}</span>;
  const owner = nameOf(state, agreement.owner);
  const helpers = agreement.helpers.map((id) => nameOf(state, id)).filter(Boolean);
  const section = agreement.section ? state.collections.sections[agreement.section] : undefined;
  const remove = () => {
    focusSoon("main h1");
    const { id, text, owner: who, helpers: help, start, paid_by, card, section: part } = agreement;
    room.send("agreement.remove", { agreement: id }).then(
      () =>
        toast(t("The agreement is taken away."), {
          action: {
            label: t("Undo"),
            run: () =>
              void room
                .send("agreement.add", { agreement: newId(), text, owner: who, helpers: help, start, paid_by, card, section: part })
                .catch(() => undefined),
          },
        }),
      () => undefined,
    );
  };
  return (
    <article class="agreement" aria-labelledby={`agreement-${agreement.id}`}>
      <div class="cluster cluster--spread">
        <h2 class="agreement__what" id={`agreement-${agreement.id}`} tabIndex={-1} dir="auto">
          {agreement.text}
        </h2>
        <Menu
          label={t("What to do with: {card}", { card: agreement.text.slice(0, 40) })}
          actions={[
            { id: "edit", label: t("Change"), icon: "edit", run: onEdit },
            { id: "remove", label: t("Take away"), icon: "withdraw", danger: true, run: remove },
          ]}
        />
      </div>
      <dl class="pairs">
        <dt>{t("Who")}</dt>
        <dd>{owner || gap(t("nobody yet"))}</dd>
        {helpers.length > 0 && (
          <>
            <dt>{t("Who helps")}</dt>
            <dd>{helpers.join(", ")}</dd>
          </>
        )}
        <dt>{t("When")}</dt>
        <dd>{agreement.start ? day(agreement.start, room.boot.language) : gap(t("no day yet"))}</dd>
        <dt>{t("Who pays")}</dt>
        <dd dir="auto">{agreement.paid_by || gap(t("not known yet"))}</dd>
        {section && (
          <>
            <dt>{t("Part of the vision")}</dt>
            <dd dir="auto">{section.heading}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

function AgreementForm({ form, onClose }: { form: Form; onClose: () => void }) {
  const room = useRoom();
  const state = room.state;
  const old = form.agreement;
  const from = form.card;
  const fields = useSignal({
    text: old?.text ?? from?.text ?? "",
    owner: old?.owner ?? from?.author ?? "",
    helpers: old?.helpers ?? [],
    start: old?.start ?? from?.due ?? "",
    paid_by: old?.paid_by ?? "",
    section: old?.section ?? "",
  });
  const error = useSignal("");
  const members = membersOf(state);
  const sections = Object.values(state.collections.sections)
    .filter((one) => !one.removed)
    .sort(byRank);
  const set = (change: Partial<typeof fields.value>) => {
    fields.value = { ...fields.value, ...change };
  };
  const save = () => {
    const { text, owner, helpers, start, paid_by, section } = fields.value;
    if (!text.trim()) return;
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
    const now = old ? room.state.collections.agreements[old.id] : undefined;
    const job = old
      ? room.send("agreement.edit", { agreement: id, rev: now === undefined ? old.rev : old.rev, ...content }, { quiet: true })
      : room.send("agreement.add", { agreement: id, ...content }, { quiet: true });
    job.then(
      () => {
        onClose();
        focusSoon(`#agreement-${id}`);
      },
      (refused) => {
        error.value = refused instanceof CommandError ? refused.message : String(refused);
      },
    );
  };
  return (
    <Dialog
      title={old ? t("Change agreement") : t("Write down an agreement")}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <button type="submit" class="button button--primary">
            {t("Keep")}
          </button>
          <button type="button" class="button" onClick={onClose}>
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
      <Field id="agreement-text" label={t("What do we do?")}>
        <textarea
          class="textarea"
          data-autofocus
          rows={3}
          dir="auto"
          required
          maxLength={800}
          value={fields.value.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </Field>
      <p class="soft small">{t("What you do not know yet may stay open.")}</p>
      <Field id="agreement-owner" label={t("Who")}>
        <select class="select" value={fields.value.owner} onChange={(event) => set({ owner: event.currentTarget.value })}>
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
                checked={fields.value.helpers.includes(member.id)}
                onChange={(event) => {
                  const others = fields.value.helpers.filter((id) => id !== member.id);
                  set({ helpers: event.currentTarget.checked ? [...others, member.id] : others });
                }}
              />
              <span>{labelOf(state, member)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <Field id="agreement-start" label={t("From when")}>
        <input class="input" type="date" value={fields.value.start} onInput={(event) => set({ start: event.currentTarget.value })} />
      </Field>
      <Field id="agreement-paid" label={t("Who pays")}>
        <input
          class="input"
          maxLength={200}
          dir="auto"
          value={fields.value.paid_by}
          onInput={(event) => set({ paid_by: event.currentTarget.value })}
        />
      </Field>
      {sections.length > 0 && (
        <Field id="agreement-section" label={t("Part of the vision")}>
          <select class="select" value={fields.value.section} onChange={(event) => set({ section: event.currentTarget.value })}>
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
