/** The features of the room. The one list: whatever a feature adds to the room, it adds by being here. */
import type { Feature } from "../../core/room/room";
import { agenda } from "../../features/agenda";
import { agreements } from "../../features/agreements";
import { cards } from "../../features/cards";
import { consent } from "../../features/consent";
import { meetings } from "../../features/meetings";
import { screen } from "../../features/screen";
import { terms } from "../../features/terms";
import { themes } from "../../features/themes";
import { vision } from "../../features/vision";
import { voting } from "../../features/voting";

export const FEATURES: readonly Feature[] = [cards, themes, voting, terms, consent, agreements, vision, screen, meetings, agenda];
