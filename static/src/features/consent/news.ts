/** What was decided is said on every screen, whatever step that shows. */
import { t } from "../../core/i18n/strings";
import type { Room } from "../../core/room/room";
import { toast } from "../../core/ui/toasts";
import type { Fact } from "../../generated/catalogue";

export function followConsent(room: Room): void {
  room.live.on<{ facts: Fact[] }>("facts", ({ facts }) => {
    for (const fact of facts) {
      if (fact.type === "consent.opened" && room.step.tool !== "consent") toast(t("A consent round is open."));
      if (fact.type === "version.adopted") toast(t("We agree on our vision. Well done, all of you!"));
      // When the group is asked again at once, the next round says so.
      if (fact.type === "consent.closed" && !fact.adopted && !facts.some((one) => one.type === "consent.opened"))
        toast(t("The consent round is closed. We did not agree yet."));
    }
  });
}
