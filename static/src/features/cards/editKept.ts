/** What is kept of a card that somebody is changing. */
import { keptForm, keptForms } from "../../core/room/formDraft";
import type { Drafts } from "../../core/store/device";
import type { Card } from "../../generated/catalogue";

export interface EditFields {
  /** The card as its editor first saw it. */
  base: Card;
  text: string;
  translation: string;
  due: string;
}

/** Where the words are kept. */
export function editPlace(card: string): string {
  return `edit-${card}`;
}

/** The cards that an earlier page was changing, as they were then. */
export function keptEdits(drafts: Drafts): Card[] {
  return keptForms(drafts, "edit-").flatMap((id) => keptForm<EditFields>(drafts, editPlace(id))?.base ?? []);
}
