/** The fields of a form, kept on this device until they are sent or let go: a reload loses nothing. */
import { useMemo, useState } from "preact/hooks";
import type { Drafts } from "../store/device";

/** Places of forms; those of the boards begin with the id of their step. */
const PREFIX = "form:";

function read<T>(drafts: Drafts, place: string): Partial<T> | null {
  try {
    return JSON.parse(drafts.get(PREFIX + place)) as Partial<T>;
  } catch {
    return null; // nothing kept, or by another version of this page
  }
}

export interface FormDraft<T> {
  readonly fields: T;
  /** The words were typed before: on an earlier page, or before a refusal. */
  readonly restored: boolean;
  set(change: Partial<T>): void;
  /** Forgets what is kept: it was sent, or let go. */
  drop(): void;
  /** Whether anything differs from how the form began. */
  readonly changed: boolean;
}

/**
 * @param place names the form: with the id of what it is about
 * @param first what the fields hold when nothing was typed yet
 */
export function useFormDraft<T extends object>(drafts: Drafts, place: string, first: T): FormDraft<T> {
  const [start] = useState(first);
  const kept = useMemo(() => read<T>(drafts, place), [place]);
  const [fields, setFields] = useState<T>({ ...start, ...kept });
  const same = (one: T) => JSON.stringify(one) === JSON.stringify(start);
  return {
    fields,
    restored: kept !== null,
    changed: !same(fields),
    set: (change) => {
      setFields((before) => {
        const next = { ...before, ...change };
        drafts.set(PREFIX + place, same(next) ? "" : JSON.stringify(next));
        return next;
      });
    },
    drop: () => drafts.set(PREFIX + place, ""),
  };
}

/** What is kept of forms whose place begins so, by the rest of their place. */
export function keptForms(drafts: Drafts, prefix: string): string[] {
  return drafts.places(PREFIX + prefix).map((place) => place.slice(PREFIX.length + prefix.length));
}

/** Keeps fields of a form that is not open, so that it has them when it opens. */
export function keepForm(drafts: Drafts, place: string, fields: object): void {
  drafts.set(PREFIX + place, JSON.stringify(fields));
}

/** What is kept of one form, or null. */
export function keptForm<T>(drafts: Drafts, place: string): Partial<T> | null {
  return read<T>(drafts, place);
}
