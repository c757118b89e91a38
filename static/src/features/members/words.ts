/** What roles and kinds of organisations are called. */
import { t, tn } from "../../core/i18n/strings";
import type { Member } from "../../generated/catalogue";

/** The name of a role, one or more of them. */
export function roleName(role: Member["role"], n = 1): string {
  const names = {
    parent: () => tn("parent", "parents", n),
    professional: () => tn("professional", "professionals", n),
    researcher: () => tn("researcher", "researchers", n),
    guest: () => tn("guest", "guests", n),
  };
  return names[role]();
}

/** The name of a kind of organisation. */
export function organisationName(organisation: NonNullable<Member["organisation"]>): string {
  const names = {
    childcare: () => t("Childcare or playgroup"),
    school: () => t("Primary school"),
    clinic: () => t("Child health clinic"),
    doctor: () => t("Doctor or midwife"),
    social_team: () => t("Neighbourhood team"),
    welfare: () => t("Community work"),
    library: () => t("Library"),
    municipality: () => t("Municipality"),
    college: () => t("College or university"),
    care: () => t("Youth care or other care"),
    other: () => t("Something else"),
  };
  return names[organisation]();
}
