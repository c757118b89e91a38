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
import { prefetchAll } from "../../core/ui/lazy";
import { Toasts } from "../../core/ui/toasts";
import { followTranslator } from "../../core/ui/translated";
import { Phases, SteerBar, StepHead, StepText, Topic } from "../../features/agenda";
import { TypingFor } from "../../features/members";
import { Activity } from "./activity";
import { ConnectionBar } from "./connectionBar";
import { FEATURES } from "./features";
import { Side } from "./side";

function Page({ room }: { room: Room }) {
  const step = room.step;
  const colour = room.agenda.phaseOf(step).colour;
  const known = room.state.seq >= 0;
  useEffect(() => {
    if (known) prefetchAll();
  }, [known]);
  useUndoKey(() => void undoLast(room));
  useEffect(() => {
    document.body.dataset["hue"] = colour;
  }, [colour]);
  useEffect(() => {
    scrollTo({ top: 0 });
    // Where the focus was is gone with the old step: go on from the new step's name.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [step.id]);
  return (
    <RoomContext.Provider value={room}>
      <ConnectionBar />
      <div class={room.steering.value ? "bars--steer" : undefined}>
        <Topic />
        <SteerBar />
      </div>
      {known ? (
        <>
          <Phases />
          <div class="room room--sided">
            <div class="room__main" data-hue={colour} data-shown-step={step.id}>
              <TypingFor />
              <StepHead key={step.id} step={step} />
              <StepText step={step} />
              <Activity step={step} />
              <BackToGroup />
            </div>
            <Side />
          </div>
        </>
      ) : (
        <div class="room">
          <h1>{room.boot.community.name}</h1>
          <p role="status">{t("One moment…")}</p>
        </div>
      )}
      <OpenedDialog />
      <Toasts />
      <Announcer />
    </RoomContext.Provider>
  );
}

const boot = readBoot<RoomBoot>();
setPictures(boot.urls);
const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  followTranslator(place);
  render(<Page room={new Room(boot, connect(boot), FEATURES)} />, place);
}
