/** Entry of the page /c/<community>/vision. */
import { render } from "preact";
import { connect, readBoot } from "../../core/live/connection";
import { setPictures } from "../../core/ui/icon";
import { Desk } from "../../features/editor";
import type { VisionBoot } from "../../features/editor";
import { followTitle, VisionApp } from "./app";

const boot = readBoot<VisionBoot>();
setPictures(boot.urls);
const desk = new Desk(connect(boot), boot);
followTitle(desk);
const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<VisionApp desk={desk} />, place);
}
