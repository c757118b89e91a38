/** The page of the guide that belongs to the step on the screen, beside the board. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Notice } from "../../core/ui/notice";
import { guideOf } from "./link";

/** Fetches a page's text; it was cleaned where it was made. */
async function textOf(address: string, signal: AbortSignal): Promise<ChildNode[]> {
  const answer = await fetch(`${address}?part=1`, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return [...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes];
}

export function Help() {
  const room = useRoom();
  const of = `${guideOf(room)}/${room.step.help}`;
  const [address, setAddress] = useState(of);
  const [missing, setMissing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => setAddress(of), [of]);
  useEffect(() => {
    const stop = new AbortController();
    textOf(address, stop.signal).then(
      (nodes) => {
        setMissing(false);
        place.current?.replaceChildren(...nodes);
        place.current?.parentElement?.scrollTo({ top: 0 });
      },
      () => stop.signal.aborted || setMissing(true),
    );
    return () => stop.abort();
  }, [address]);
  // A link to another page of the guide opens here too.
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    const inside = link?.href && new URL(link.href).pathname;
    if (!inside || !(inside === guideOf(room) || inside.startsWith(`${guideOf(room)}/`)) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAddress(inside);
  };
  return (
    <div class="stack">
      {missing && (
        <Notice kind="warn" role="alert">
          <p>{t("There is no connection right now.")}</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside take the keys */}
      <div ref={place} onClick={follow} />
      <p>
        <a href={address} target="_blank" rel="noopener">
          {t("Open this page in a new tab")}
        </a>
      </p>
    </div>
  );
}
