/** One thing of many at a time, with "2 of 8" and an overview: what a phone shows where there is much to judge. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/strings";
import { Icon } from "./icon";

interface Props<T> {
  /** What the things are, for whoever does not see them. */
  label: string;
  items: readonly T[];
  idOf: (item: T) => string;
  /** One thing, as large as the screen allows. */
  one: (item: T) => ComponentChildren;
  /** All things below each other; a press on one goes there. */
  overview: (go: (id: string) => void) => ComponentChildren;
}

export function Sequence<T>({ label, items, idOf, one, overview }: Props<T>) {
  const [shown, setShown] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const found = items.findIndex((item) => idOf(item) === shown);
  const last = useRef(0);
  // Whatever was shown and is gone leaves its place to what came after it.
  const at = found < 0 ? Math.min(last.current, Math.max(items.length - 1, 0)) : found;
  last.current = at;
  const item = items[at];
  const go = (to: number) => {
    const next = items[to];
    if (next === undefined) return;
    setShown(idOf(next));
    place.current?.scrollTo({ top: 0 });
  };
  const begun = useRef(false);
  useEffect(() => {
    // Whoever goes on reads the next one; whoever just came is left where they are.
    if (begun.current) place.current?.focus({ preventScroll: true });
    begun.current = true;
  }, [at, all]);
  if (item === undefined) return null;
  return (
    <section class="sequence" aria-label={label}>
      <div class="sequence__bar">
        <button type="button" class="button button--icon" aria-label={t("Previous")} disabled={all || at === 0} onClick={() => go(at - 1)}>
          <Icon name="back" />
        </button>
        <button type="button" class="button button--quiet" aria-pressed={all} data-do="overview" onClick={() => setAll(!all)}>
          <Icon name="list" /> {all ? t("One at a time") : t("{n} of {all}", { n: at + 1, all: items.length })}
        </button>
        <button
          type="button"
          class="button button--icon"
          aria-label={t("Next")}
          disabled={all || at === items.length - 1}
          onClick={() => go(at + 1)}
        >
          <Icon name="next" />
        </button>
      </div>
      <div class="sequence__place" ref={place} tabIndex={-1} key={all ? "all" : idOf(item)}>
        {all
          ? overview((id) => {
              setShown(id);
              setAll(false);
            })
          : one(item)}
      </div>
    </section>
  );
}
