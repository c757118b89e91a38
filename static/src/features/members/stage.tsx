/** Coming in: the code and the picture that opens it, large, and who is here. */
import { t } from "../../core/i18n/strings";
import type { Stage } from "../../core/stage/stage";
import { useStage } from "../../core/stage/stage";
import { Icon } from "../../core/ui/icon";
import { TopicWords } from "../../core/ui/topicWords";
import { ROLES } from "../../generated/catalogue";
import { membersOf } from "./selectors";
import { roleName } from "./words";

export { nameOf } from "./selectors";

/** How many are here, per role; never who. */
export function HereNow() {
  const here = useStage().live.presence.value.here;
  return (
    <ul class="here" aria-label={t("Who is here now")}>
      {ROLES.filter((role) => here[role]).map((role) => (
        <li key={role} class="here__role" data-role={role}>
          <Icon name={`role-${role}`} className="stage-icon" /> {here[role]} {roleName(role, here[role])}
        </li>
      ))}
    </ul>
  );
}

/** The first names of who came in and asked to stand here. */
function names(stage: Stage): string[] {
  const open = Object.values(stage.state.collections.meetings).find((meeting) => meeting.state === "open");
  return membersOf(stage.state)
    .filter((member) => stage.state.collections.screen_names[member.id] && (!open || open.present.includes(member.id)))
    .map((member) => member.name);
}

export function JoinStage() {
  const stage = useStage();
  const { code, address, qr } = stage.boot.join;
  const shown = names(stage);
  return (
    <div class="join">
      <div class="join__how">
        <p class="join__topic" dir="auto">
          <TopicWords state={stage.state} />
        </p>
        <p class="join__line">{t("Come in with your phone: scan the picture, or go to")}</p>
        <p class="join__address" dir="ltr">
          {address}
        </p>
        <p class="join__line">{t("and type this code")}</p>
        <p class="join__code" role="img" aria-label={[...code].join(" ")}>
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <HereNow />
        {shown.length > 0 && (
          <p class="join__names" dir="auto">
            {shown.join(", ")}
          </p>
        )}
      </div>
      <img class="join__qr" src={qr} alt={t("Picture to scan with your phone")} />
    </div>
  );
}
