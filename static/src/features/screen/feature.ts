/** The screen of the group: the core team points at the card that is discussed. */
import { t } from "../../core/i18n/strings";
import type { Feature } from "../../core/room/room";

export const screen: Feature = {
  cardActions: (room, card) => {
    if (!room.steering.value || card.hidden) return [];
    const shown = room.state.collections.spotlight["screen"]?.card === card.id;
    return [
      {
        id: "screen",
        label: shown ? t("Take off the screen") : t("Show on the screen"),
        icon: "eye",
        run: () => void room.send("screen.point", { card: shown ? null : card.id }).catch(() => undefined),
      },
    ];
  },
};
