/** What the check says, in words. */
import { t } from "../i18n/strings";
import type { PrivateKind } from "./find";

/** What something that may be private looks like. */
export function looksLike(kind: PrivateKind, words: string): string {
  if (kind === "phone") return t("“{words}” looks like a phone number.", { words });
  if (kind === "email") return t("“{words}” looks like an e-mail address.", { words });
  if (kind === "address") return t("“{words}” looks like the address of a house.", { words });
  return t("“{words}” looks like the name of a child.", { words });
}

/** Why somebody may want to leave it out. */
export function whyPrivate(kind: PrivateKind): string {
  if (kind === "name") return t("A child cannot say yes to that. Everybody can read it later.");
  return t("Everybody can read it later. Of a place where all may come it is fine.");
}
