/** The row above the text while neighbours read along: how many said something, and the way to it. */
import { useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { isSteering } from "../../core/store/community";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import { NeighboursDialog } from "./dialog";

export function NeighboursBar({ page }: { page: VisionPage }) {
  const [opened, setOpened] = useState(false);
  const readings = Object.values(page.state.collections.readings);
  const steering = isSteering(page.state, page.boot.me.member);
  const open = readings.some((one) => !one.closed);
  const waiting = steering ? readings.reduce((sum, one) => sum + one.waiting, 0) : 0;
  const shown = readings.reduce((sum, one) => sum + one.shown, 0);
  // What was said stays with the core team once the page is closed.
  if (!open && !(steering && readings.some((one) => one.rev > 0))) return null;
  return (
    <div class="neighbours-bar">
      <Icon name="people" />
      <p class="neighbours-bar__words" role="status">
        {open ? t("Neighbours read along.") : t("Reading along is closed.")}
        {waiting > 0 && <strong> {tn("One reaction waits.", "{n} reactions wait.", waiting)}</strong>}
      </p>
      <button type="button" class="button button--small" data-do="neighbours" aria-haspopup="dialog" onClick={() => setOpened(true)}>
        {tn("One reaction", "{n} reactions", shown + waiting)}
      </button>
      {opened && <NeighboursDialog page={page} steering={steering} onClose={() => setOpened(false)} />}
    </div>
  );
}
