/** The room: one community, live. */

import { render } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { connect, readBoot } from "../../core/live/connection";
import { BackToGroup } from "../../core/room/backToGroup";
import { OpenedDialog } from "../../core/room/openDialog";
import type { RoomBoot } from "../../core/room/room";
import { Room, RoomContext } from "../../core/room/room";
import { undoLast, useUndoKey } from "../../core/room/undo";
import { Announcer } from "../../core/ui/announce";
import { setPictures } from "../../core/ui/icon";
import { lazy, prefetchAll } from "../../core/ui/lazy";
import { followKeyboard, narrow } from "../../core/ui/media";
import { Toasts } from "../../core/ui/toasts";
import { followTranslator } from "../../core/ui/translated";
import { ItemScreen, itemNow } from "../../features/meetings";
import { TypingFor } from "../../features/members";
import { Activity } from "./activity";
import { Bar, Foot } from "./bar";
import { ConnectionBar } from "./connectionBar";
import { Drawer, restoreDrawer } from "./drawer";
import { FEATURES } from "./features";
import { Strip } from "./strip";

/** It comes with the first card that is chosen. */
const SelectionBar = lazy(() => import("../../core/room/selectionBar").then((part) => part.SelectionBar));

function Page({ room }: { room: Room }) {
  const step = room.step;
  const colour = room.agenda.phaseOf(step).colour;
  // Whoever looks elsewhere than the group goes on looking there during a break.
  const between = room.away.value ? null : itemNow(room);
  const chosen = room.selection.ids.value.length > 0;
  const Opened = room.dialog.value;
  const known = room.state.seq >= 0;
  useEffect(() => {
    if (known) prefetchAll();
  }, [known]);
  useUndoKey(() => void undoLast(room));
  useEffect(() => {
    document.body.dataset["hue"] = colour;
  }, [colour]);
  useEffect(() => {
    document.querySelector(".room__main")?.scrollTo({ top: 0 });
    // Where the focus was is gone with the old step: go on from the new step's name.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("#app h1")?.focus({ preventScroll: true });
  }, [step.id]);
  return (
    <RoomContext.Provider value={room}>
      {known ? (
        <div class={`room${narrow.value ? " room--phone" : ""}`} data-hue={colour}>
          <div class="room__top">
            <ConnectionBar />
            <Bar />
          </div>
          <div class="room__middle">
            <div class={`room__main room__main--${room.view.value}`} data-shown-step={step.id} data-tool={step.tool}>
              <TypingFor />
              {between ? (
                <ItemScreen key={between.id} item={between} />
              ) : (
                <>
                  {!room.isWide(step.tool) && <Strip key={step.id} step={step} />}
                  <Activity step={step} />
                </>
              )}
              {chosen && <SelectionBar />}
              <BackToGroup />
            </div>
            <Drawer />
          </div>
          <Foot />
        </div>
      ) : (
        <div class="first-paint">
          <h1>{room.boot.community.name}</h1>
          <p role="status">{t("One moment…")}</p>
        </div>
      )}
      {Opened && <Opened onClose={() => (room.dialog.value = null)} />}
      <OpenedDialog />
      <Toasts />
      <Announcer />
    </RoomContext.Provider>
  );
}

const boot = readBoot<RoomBoot>();
setPictures(boot.urls);
followKeyboard();
const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  followTranslator(place);
  const room = new Room(boot, connect(boot), FEATURES);
  restoreDrawer(room);
  render(<Page room={room} />, place);
}
