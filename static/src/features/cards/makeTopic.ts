/** A card becomes the topic: what that asks for comes later. */
import type { Room } from "../../core/room/room";
import { loadOnce } from "../../core/ui/lazy";
import type { Card } from "../../generated/catalogue";

const topic = loadOnce(() => import("./rareDialogs"));
export const makeTopic = (room: Room, card: Card): Promise<void> => topic().then((part) => part.makeTopic(room, card));
