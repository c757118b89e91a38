/** The room: one community, live. */
import { useEffect } from "preact/hooks";
import { render } from "preact";
import { Activity, useUndoKey } from "./board/activity";
import { undoLast } from "./board/actions";
import { BackToGroup, ConnectionBar, Phases, Topic } from "./board/header";
import { Side } from "./board/people";
import { Room, RoomContext } from "./board/room";
import type { RoomBoot } from "./board/room";
import { SteerBar, TypingFor } from "./board/steer";
import { StepHead, StepText } from "./board/whatNow";
import { connect, readBoot } from "./live/connection";
import { Announcer } from "./ui/announce";
import { setPictures } from "./ui/icon";
import { loadTheRest } from "./ui/lazy";
import { t } from "./ui/strings";
import { Toasts } from "./ui/toasts";

function Page({ room }: { room: Room }) {
  const step = room.step;
  const colour = room.road.phaseOf(step).colour;
  const known = room.state.seq >= 0;
  useEffect(() => {
    if (known) loadTheRest();
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
      <div class={`bars${room.steering.value ? " bars--steer" : ""}`}>
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
  render(<Page room={new Room(boot, connect(boot))} />, place);
}
