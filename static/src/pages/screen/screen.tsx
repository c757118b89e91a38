/** Entry of the page /c/<community>/screen: what a beamer shows. It has no controls and changes nothing. */
import { render } from "preact";
import { connect, readBoot } from "../../core/live/connection";
import type { StageBoot } from "../../core/stage/stage";
import { Stage } from "../../core/stage/stage";
import { setPictures } from "../../core/ui/icon";
import { pauseOf } from "../../features/meetings/stage";
import { Screen } from "./app";
import { behaveAsScreen } from "./device";

const boot = readBoot<StageBoot>();
setPictures(boot.urls);
behaveAsScreen();
const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  render(<Screen stage={new Stage(boot, connect(boot), pauseOf)} />, place);
}
