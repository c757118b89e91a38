/** The core team says who writes in a part; everybody else reads it, and proposes. */
import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import { Dialog } from "../../core/ui/dialog";
import type { Member } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { roleName } from "../members";

const ROLES: readonly Member["role"][] = ["parent", "professional", "researcher", "guest"];

type Who = "everybody" | "core_team" | "roles";

export function WritersDialog({ page, section, close }: { page: VisionPage; section: string; close: () => void }) {
  const now = page.section(section);
  const before = now?.writers ?? null;
  const who = useSignal<Who>(before === null ? "everybody" : before.length ? "roles" : "core_team");
  const roles = useSignal<readonly Member["role"][]>(before?.length ? before : ["professional"]);
  const choices: [Who, string][] = [
    ["everybody", t("Everybody")],
    ["core_team", t("Only the core team")],
    ["roles", t("The core team and these people:")],
  ];
  const keep = () => {
    const chosen = who.value === "everybody" ? null : who.value === "roles" ? [...roles.value] : [];
    void page.live
      .send("section.writers", { section, roles: chosen })
      .then(() => announce(t("Kept.")))
      .catch(() => undefined);
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">
        {t("Keep")}
      </button>
      <button type="button" class="button" onClick={close}>
        {t("Cancel")}
      </button>
    </>
  );
  return (
    <Dialog title={t("Who writes “{heading}”?", { heading: now?.heading ?? "" })} onClose={close} onSubmit={keep} actions={actions}>
      <p>{t("Everybody reads it, and can say something or propose other words.")}</p>
      <fieldset class="stack stack--tight">
        <legend class="visually-hidden">{t("Who writes")}</legend>
        {choices.map(([id, label]) => (
          <label key={id} class="check">
            <input type="radio" name="writers" checked={who.value === id} onChange={() => (who.value = id)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {who.value === "roles" && (
        <fieldset class="stack stack--tight comment-roles">
          <legend class="visually-hidden">{t("These people")}</legend>
          {ROLES.map((role) => (
            <label key={role} class="check">
              <input
                type="checkbox"
                checked={roles.value.includes(role)}
                onChange={(event) => {
                  const rest = roles.value.filter((one) => one !== role);
                  roles.value = event.currentTarget.checked ? [...rest, role] : rest;
                }}
              />
              <span>{roleName(role, 2)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
