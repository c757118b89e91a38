/** Entry of the page /c/<community>/vision. */
import { render } from "preact";
import { connect, readBoot } from "../../core/live/connection";
import { setPictures } from "../../core/ui/icon";
import { followTranslator } from "../../core/ui/translated";
import type { VisionBoot } from "../../features/editor";
import { VisionPage } from "../../features/editor";
import { followTitle, VisionApp } from "./app";

const boot = readBoot<VisionBoot>();
setPictures(boot.urls);
const page = new VisionPage(connect(boot), boot);
followTitle(page);
const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  followTranslator(place);
  render(<VisionApp page={page} />, place);
}
