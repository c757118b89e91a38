/** Agreements: what, who, when, who pays. What is open is said openly: "nobody yet". */
import { useSignal } from "@preact/signals";
import { day, t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import type { StepInfo } from "../../core/store/phases";
import { Empty } from "../../core/ui/empty";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { Menu } from "../../core/ui/menu";
import { toast } from "../../core/ui/toasts";
import type { Agreement } from "../../generated/catalogue";
import { brief } from "../cards";
import { nameOf } from "../members";
import { offeredCards } from "../voting";
import type { Form } from "./agreementForm";
import { AgreementForm, keptAgreement } from "./agreementForm";
import { agreementsOf } from "./selectors";

export function Agreements({ step }: { step: StepInfo }) {
  const room = useRoom();
  const state = room.state;
  const agreements = agreementsOf(state);
  const form = useSignal<Form | null>(keptAgreement(room));
  const used = new Set(agreements.map((one) => one.card));
  const offered = offeredCards(state, room.agenda, [...new Set([...step.shows, ...step.earlier])], room.me);
  const cards = offered.filter((card) => !used.has(card.id));
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
      {form.value && <OpenForm form={form.value} open={(one) => (form.value = one)} />}
    </div>
  );
}

function OpenForm({ form, open }: { form: Form; open: (form: Form | null) => void }) {
  return <AgreementForm key={form.agreement?.id ?? "new"} form={form} onClose={() => open(null)} reopen={() => open(form)} />;
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
