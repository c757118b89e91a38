/** The pictures that go with a card: which there are and what they show. */
import { t } from "../../core/i18n/strings";
import type { Card } from "../../generated/catalogue";

export type Moment = NonNullable<Card["picture"]>;

/** Every picture with what it shows: its text for whoever does not see it. */
export function moments(): readonly [Moment, string][] {
  return [
    ["table", t("A table with soup")],
    ["swing", t("A child on a swing")],
    ["book", t("Reading a book together")],
    ["bicycle", t("A bicycle with a child's seat")],
    ["bench", t("A bench under a tree")],
    ["boots", t("Boots in the rain")],
    ["door", t("An open door")],
    ["coffee", t("A cup of coffee")],
    ["ball", t("A ball")],
    ["circle", t("Singing in a circle")],
    ["moon", t("A child asleep")],
    ["hands", t("Helping hands")],
  ];
}

export function momentName(moment: string): string {
  return moments().find(([one]) => one === moment)?.[1] ?? "";
}
