/** A picture of all sentences in reading order: the higher the bar, the harder to read. */
import { useState } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import type { Level, Mark, Sentence } from "../wordings";
import type { Place } from "./plain";

/** Difficulty of the lowest and of the highest bar. */
const LOW_DIFFICULTY = -15;
const HIGH_DIFFICULTY = 10;
const PICTURE_HEIGHT = 60;
const BAR_WIDTH = 10;

interface Props {
  places: readonly Place<Sentence>[];
  marks: readonly Place<Mark>[];
  lang: string;
  jump: (place: Place<Sentence>) => void;
}

function height(difficulty: number): number {
  const share = (difficulty - LOW_DIFFICULTY) / (HIGH_DIFFICULTY - LOW_DIFFICULTY);
  return Math.round(4 + Math.min(Math.max(share, 0), 1) * (PICTURE_HEIGHT - 6));
}

function levelWords(level: Level): string {
  if (level === "easy") return t("Easy to read");
  return level === "hard" ? t("Hard to read") : t("In the middle");
}

/** The whole picture in words. */
function inWords(places: readonly Place<Sentence>[]): string {
  const count = (level: Level) => places.filter((place) => place.what.level === level).length;
  const counts = { easy: count("easy"), middle: count("middle"), hard: count("hard") };
  return tn(
    "One sentence: {easy} easy, {middle} in the middle, {hard} hard to read",
    "{n} sentences: {easy} easy, {middle} in the middle, {hard} hard to read",
    places.length,
    counts,
  );
}

export function PlainPicture({ places, marks, lang, jump }: Props) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, places.length - 1);
  const place = places[at];
  if (!place) return <p class="soft">{t("Your sentences are being read…")}</p>;
  const words = place.block.slice(place.what.start, place.what.end);
  const hover = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const turned = getComputedStyle(event.currentTarget as Element).direction === "rtl";
    const share = (event.clientX - box.left) / box.width;
    setChosen(Math.min(Math.max(Math.floor((turned ? 1 - share : share) * places.length), 0), places.length - 1));
  };
  return (
    <figure class="plain-picture">
      <figcaption>{inWords(places)}</figcaption>
      <svg
        viewBox={`0 0 ${places.length * BAR_WIDTH} ${PICTURE_HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={inWords(places)}
        onPointerMove={hover}
        onPointerDown={hover}
      >
        {places.map(({ what }, n) => (
          <rect
            key={n}
            class={`plain-picture__bar${n === at ? " is-chosen" : ""}`}
            data-level={what.level}
            x={n * BAR_WIDTH + 1}
            width={BAR_WIDTH - 2}
            y={PICTURE_HEIGHT - height(what.difficulty)}
            height={height(what.difficulty)}
          />
        ))}
      </svg>
      <label class="plain-picture__walk">
        <span class="visually-hidden">{t("Walk through the sentences")}</span>
        <input
          type="range"
          min={1}
          max={places.length}
          value={at + 1}
          aria-valuetext={`${levelWords(place.what.level)}: ${words}`}
          onInput={(event) => setChosen(Number(event.currentTarget.value) - 1)}
        />
      </label>
      <div class="plain-picture__sentence">
        <p lang={lang} dir="auto">
          {words}
        </p>
        <p class="small">
          <strong>{levelWords(place.what.level)}</strong>
          {because(place, marks)}
        </p>
        <button type="button" class="button button--small" onClick={() => jump(place)}>
          <Icon name="edit" /> {t("Go to this sentence")}
        </button>
      </div>
    </figure>
  );
}

/** Why a sentence is hard to read, in plain words. */
function because({ what, block }: Place<Sentence>, marks: readonly Place<Mark>[]): string {
  if (what.because.length) return ` ${t("because of {reasons}", { reasons: what.because.join(", ") })}`;
  const inside = marks.filter((one) => one.block === block && one.what.start >= what.start && one.what.end <= what.end);
  return inside.length ? `. ${inside[0]?.what.reason ?? ""}` : "";
}
