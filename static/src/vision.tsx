/** Entry of the page /c/<community>/vision. */
import { render } from "preact";
import { connect, readBoot } from "./live/connection";
import { setPictures } from "./ui/icon";
import { VisionApp, followTitle } from "./vision/app";
import { Desk } from "./vision/desk";
import type { VisionBoot } from "./vision/desk";

const boot = readBoot<VisionBoot>();
setPictures(boot.urls);
const desk = new Desk(connect(boot), boot);
followTitle(desk);
const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<VisionApp desk={desk} />, place);
}
