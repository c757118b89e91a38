/** The end of the road: the vision is agreed, and what comes after it. */
import { day, t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Icon, Picture } from "../../core/ui/icon";
import type { ConsentRound } from "../../generated/catalogue";
import { AbsentRoles } from "./absent";
import { versionOf } from "./selectors";

export function Adopted({ round }: { round: ConsentRound }) {
  const room = useRoom();
  const { urls } = room.boot;
  const version = versionOf(room.state, round);
  const later = room.agenda.steps.slice(room.agenda.steps.indexOf(room.step) + 1).filter((step) => room.mayLook(step));
  return (
    <section class="adopted" aria-labelledby="adopted">
      <Picture name="village" className="adopted__picture" />
      <div class="stack stack--tight">
        <h2 id="adopted" data-main>
          {t("This is our vision. We agree on it.")}
        </h2>
        <p>
          {t("Version {label}, {date}.", {
            label: version?.label ?? "",
            date: version?.adopted ? day(version.adopted, room.boot.language) : "",
          })}{" "}
          {tn("One person was asked.", "{n} people were asked.", round.members.length)}
        </p>
        <AbsentRoles round={round} />
        <div class="cluster">
          <a class="button button--primary" href={urls["document"]} download>
            <Icon name="word" /> {t("Download the Word document")}
          </a>
          {room.steering.value && (
            <a class="button" href={`${urls["settings"] ?? ""}#meetings`}>
              <Icon name="calendar" /> {t("Plan the next check-in")}
            </a>
          )}
        </div>
        {later.length > 0 && (
          <>
            <p class="label">{t("What comes now")}</p>
            <ul class="cluster">
              {later.map((step) => (
                <li key={step.id}>
                  <button type="button" class="button button--small" onClick={() => room.look(step.id)}>
                    {step.name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
