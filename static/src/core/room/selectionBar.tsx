/** What can be done with all chosen cards: a bar that stays in view for as long as any is chosen. */
import type { ComponentType } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { t, tn } from "../i18n/strings";
import { announce } from "../ui/announce";
import { openDialogs } from "../ui/dialog";
import { Icon } from "../ui/icon";
import type { ManyDialog } from "./room";
import { useRoom } from "./room";

export function SelectionBar() {
  const room = useRoom();
  const [Opened, setOpened] = useState<ComponentType<ManyDialog> | null>(null);
  const known = room.state.collections.cards;
  const cards = room.selection.ids.value.flatMap((id) => known[id] ?? []);
  const any = cards.length > 0;
  useLayoutEffect(() => {
    if (!any) {
      setOpened(null);
      return undefined;
    }
    // While some are chosen, every card shows its check.
    document.body.toggleAttribute("data-choosing", true);
    return () => document.body.removeAttribute("data-choosing");
  }, [any]);
  useLayoutEffect(() => {
    if (!any) return undefined;
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).matches?.("input:not([type=checkbox]), textarea, select");
      if (event.key !== "Escape" || event.defaultPrevented || typing || openDialogs.peek() > 0) return;
      room.selection.clear();
      announce(t("No cards are chosen any more."));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [any]);
  if (!any) return null;
  const close = () => setOpened(null);
  const actions = room.selectionActions(cards, (dialog) => setOpened(() => dialog));
  return (
    <div class="selection" role="toolbar" aria-label={t("With the chosen cards")}>
      <span class="selection__count" role="status">
        {tn("one card chosen", "{n} cards chosen", cards.length)}
      </span>
      <button type="button" class="button button--quiet" data-do="choose-none" onClick={() => room.selection.clear()}>
        {t("Choose none")}
      </button>
      {actions.map((action, n) => (
        <button
          key={action.id}
          type="button"
          class={`button${action.danger ? " button--quiet" : n === 0 ? " button--primary" : ""}`}
          data-do={action.id}
          onClick={action.run}
        >
          <Icon name={action.icon} /> {action.label}
        </button>
      ))}
      {Opened && <Opened cards={cards} onClose={close} />}
    </div>
  );
}
