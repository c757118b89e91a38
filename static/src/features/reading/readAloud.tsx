/** The bar with which somebody lets the text be read aloud: the sentence in large type, and how fast. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import type { Sentence } from "../../core/text/sentences";
import { Icon } from "../../core/ui/icon";
import type { Pace } from "./reader";
import { Reader } from "./reader";

interface Props {
  /** The section to begin with. */
  section: string;
  /** The language of the text. */
  language: string;
  onClose: () => void;
  /** What else one can do with the sentence that is read. */
  extra?: (sentence: Sentence) => ComponentChildren;
}

export function ReadAloud({ section, language, onClose, extra }: Props) {
  const reader = useMemo(() => new Reader(document.querySelector(".vision__page") ?? document, language), []);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    reader.begin(section);
    bar.current?.querySelector<HTMLElement>("[data-do=play]")?.focus({ preventScroll: true });
    return () => reader.end();
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  const sentence = reader.now.value;
  const playing = reader.playing.value;
  const step = (by: number) => () => void reader.step(by);
  return (
    <section ref={bar} class="read-aloud" aria-label={t("Read aloud")} onKeyDown={keys}>
      <p class="read-aloud__sentence" lang={language} dir="auto">
        {sentence?.text ?? t("There is no text yet.")}
      </p>
      {reader.voiceless.value && <p class="small">{t("This device has no voice. Read along: the sentences go on by themselves.")}</p>}
      <div class="read-aloud__row">
        <button type="button" class="button button--icon" aria-label={t("Previous sentence")} onClick={step(-1)}>
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="button button--primary"
          data-do="play"
          disabled={!sentence}
          onClick={() => (playing ? reader.pause() : reader.play())}
        >
          <Icon name={playing ? "pause" : "play"} /> {playing ? t("Pause") : t("Read on")}
        </button>
        <button type="button" class="button button--icon" aria-label={t("Next sentence")} onClick={step(1)}>
          <Icon name="next" />
        </button>
        <label class="read-aloud__pace">
          <span class="visually-hidden">{t("How fast")}</span>
          <select class="input" value={reader.pace.value} onChange={(event) => reader.choose(event.currentTarget.value as Pace)}>
            <option value="slow">{t("slow")}</option>
            <option value="calm">{t("calm")}</option>
            <option value="quick">{t("quick")}</option>
          </select>
        </label>
        {sentence && extra && <div class="read-aloud__extra">{extra(sentence)}</div>}
        <button type="button" class="button button--icon button--quiet read-aloud__close" aria-label={t("Stop reading")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
