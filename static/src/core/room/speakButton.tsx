/** A button that reads a text aloud. */
import { t } from "../i18n/strings";
import { Icon } from "../ui/icon";
import { canSpeak, speak, speaking } from "../ui/speech";
import { useRoom } from "./room";

export function SpeakButton({ text, words }: { text: string; words?: boolean }) {
  const room = useRoom();
  if (!canSpeak()) return null;
  const on = speaking.value === text;
  const label = on ? t("Stop reading") : t("Read aloud");
  return (
    <button
      type="button"
      class={`button button--quiet${words ? "" : " button--icon"}`}
      aria-label={words ? undefined : `${label}: ${text.slice(0, 60)}`}
      aria-pressed={on}
      onClick={() => speak(text, room.boot.language)}
    >
      <Icon name={on ? "pause" : "speaker"} /> {words && label}
    </button>
  );
}
