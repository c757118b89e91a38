/** How much room there is, counted in letters: who reads with large letters has a small screen. */
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** One section at a time while one writes. */
const SMALL = 46;
/** The cards stand beside a text of 28rem and its margins. */
const BESIDE = 53;
/** The parts of the text have a column of their own. */
const OUTLINE = 15;
/** The buttons have words beside their pictures: some of them, all of them. */
const READING_WORDS = 20;
const SOME_WORDS = 58;
const ALL_WORDS = 77;

export interface Layout {
  small: boolean;
  beside: boolean;
  outline: boolean;
  words: "all" | "some" | "none";
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Whether so wide a screen shows one section at a time while one writes. */
export function isSmall(width: number): boolean {
  return width / rem() < SMALL;
}

/** Follows the width of an element, in rem. */
export function useWidth(place: { current: HTMLElement | null }): Signal<number> {
  const width = useSignal(innerWidth / rem());
  useLayoutEffect(() => {
    const measured = place.current;
    if (!measured) return undefined;
    const measure = () => {
      width.value = Math.round((measured.clientWidth / rem()) * 10) / 10;
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  return width;
}

/** What stands where, on so many rem; `cards`: whether the cards are wanted beside the text that is written. */
export function layoutOf(width: number, writing: boolean, cards: boolean): Layout {
  const beside = writing && cards && width >= BESIDE;
  const outline = width >= (beside ? BESIDE : SMALL) + OUTLINE;
  const words = width >= (writing ? ALL_WORDS : READING_WORDS) ? "all" : width >= SOME_WORDS ? "some" : "none";
  return { small: width < SMALL, beside, outline, words };
}
