/** What the roles are called. */
import { tn } from "../../core/i18n/strings";
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
