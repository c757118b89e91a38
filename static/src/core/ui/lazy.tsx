/**
 * Parts of the page that most people do not need at once. They come when they are first
 * shown, or as soon as the page has nothing else to do: whoever loses the connection
 * later has them all.
 */
import { signal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { t } from "../i18n/strings";
import { Notice } from "./notice";

const parts: (() => Promise<unknown>)[] = [];
const PREFETCH_DELAY_MS = 1_500;

/** Something that is fetched once; `prefetchAll` fetches it when nobody has asked for it, unless it is `heavy`. */
export function loadOnce<T>(load: () => Promise<T>, heavy = false): () => Promise<T> {
  let there: Promise<T> | undefined;
  const get = () => (there ??= load());
  if (!heavy) parts.push(get);
  return get;
}

/** A component that is fetched when it is first shown. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, heavy = false): FunctionComponent<P> {
  const found = signal<ComponentType<P> | null>(null);
  const failed = signal(false);
  const get = loadOnce(
    () =>
      load().then(
        (part) => {
          found.value = part;
        },
        () => {
          failed.value = true;
        },
      ),
    heavy,
  );
  return function Later(props: P) {
    const Part = found.value;
    if (Part) return <Part {...props} />;
    if (failed.value) return <NotThere />;
    void get();
    return <p class="visually-hidden">{t("One moment…")}</p>;
  };
}

/** The page is older than the program, or there is no connection. */
function NotThere() {
  return (
    <Notice kind="warn" role="alert">
      <p>{t("This part of the page did not come.")}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t("Reload the page")}
      </button>
    </Notice>
  );
}

/** Does something when the page is calm. */
export function whenCalm(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: PREFETCH_DELAY_MS * 2 });
  else setTimeout(run, PREFETCH_DELAY_MS);
}

/** Fetches what nobody has asked for yet, when the page is calm. */
export function prefetchAll(): void {
  whenCalm(() => {
    for (const part of parts) part().catch(() => undefined);
  });
}
