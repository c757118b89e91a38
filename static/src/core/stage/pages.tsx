/** Things that fill the screen and turn their pages by themselves; nothing on a page is cut off. */
import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Size } from "./plan";
import { ALONE, fill, SIZES, turnAfter } from "./plan";
import { useStage } from "./stage";

export interface Thing {
  id: string;
  /** How many words there are to read. */
  words: number;
  view: ComponentChild;
}

/** Things that stand together. `cards`: in columns, as large as they fit. `lines`: below each other, in one
 * size. `whole`: each has a page of its own. */
export interface Group {
  id: string;
  as: "cards" | "lines" | "whole";
  title?: string;
  things: readonly Thing[];
}

interface Page {
  key: string;
  title: string;
  size: Size | null;
  /** The ids in each column. */
  columns: string[][];
  titles: string[];
  words: number;
}

const SHOW_NEW_AFTER_MS = 3_000;
const TOGETHER = 3;

/** `apart`: every group has pages of its own, also when they would fit beside each other. */
export function Pages({ groups, apart = false }: { groups: readonly Group[]; apart?: boolean }) {
  const stage = useStage();
  const place = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Page[]>([]);
  const things = new Map(groups.flatMap((group) => group.things.map((thing) => [thing.id, thing])));
  const plan = useRef(() => {});
  plan.current = () => {
    if (!place.current || !measure.current) return;
    const made = laidOut(groups, apart, place.current, measure.current);
    if (JSON.stringify(made) !== JSON.stringify(pages)) setPages(made);
  };
  useLayoutEffect(() => plan.current());
  useEffect(() => {
    const watch = new ResizeObserver(() => plan.current());
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const [at, news] = useTurning(pages, [...things.keys()]);
  useEffect(() => {
    stage.pages.value = { at, of: Math.max(1, pages.length) };
  }, [at, pages.length]);
  useEffect(
    () => () => {
      stage.pages.value = { at: 0, of: 1 };
    },
    [],
  );
  const page = pages[at];
  return (
    <div class="pages" ref={place} data-page={at + 1}>
      {page && <PageView key={page.key} page={page} things={things} news={news} />}
      <div class="pages__measure" ref={measure} aria-hidden="true" inert>
        {groups
          .filter((group) => group.as !== "whole")
          .map((group) => (
            <div key={group.id} data-group={group.id}>
              {group.things.map((thing) => (
                <div key={thing.id}>{thing.view}</div>
              ))}
            </div>
          ))}
      </div>
    </div>
  );
}

/** The page that is shown: turns by itself, and goes soon to what is new. */
function useTurning(pages: readonly Page[], ids: readonly string[]): [number, ReadonlySet<string>] {
  const [turn, setTurn] = useState(0);
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<ReadonlySet<string> | null>(null);
  const wanted = useRef<string | null>(null);
  const since = useRef(0);
  const at = pages.length ? turn % pages.length : 0;
  const page = pages[at];
  useEffect(() => {
    since.current = Date.now();
  }, [page?.key]);
  useEffect(() => {
    if (pages.length < 2) return undefined;
    const timer = setTimeout(() => setTurn(at + 1), turnAfter(page?.words ?? 0));
    return () => clearTimeout(timer);
  }, [page?.key, pages.length]);
  useEffect(() => {
    const before = known.current;
    if (!pages.length) return undefined;
    known.current = new Set(ids);
    const fresh = before ? ids.filter((id) => !before.has(id)) : [];
    if (fresh.length) {
      setNews(new Set(fresh));
      wanted.current = fresh.at(-1) ?? null;
    }
    // The page of a new thing is known only after it was measured.
    const target = pages.findIndex((one) => one.columns.some((column) => column.includes(wanted.current ?? "")));
    if (target < 0) return undefined;
    const show = () => {
      wanted.current = null;
      setTurn(target);
    };
    const timer = setTimeout(show, target === at ? 0 : Math.max(0, SHOW_NEW_AFTER_MS - (Date.now() - since.current)));
    return () => clearTimeout(timer);
  }, [ids.join(" "), pages]);
  return [at, news];
}

function PageView({ page, things, news }: { page: Page; things: ReadonlyMap<string, Thing>; news: ReadonlySet<string> }) {
  const style = page.size ? { fontSize: `${page.size.text}rem` } : undefined;
  return (
    <div class={`pages__page${page.size ? "" : " pages__page--plain"}`} style={style}>
      {page.title && <h2 class="pages__title">{page.title}</h2>}
      <div class="pages__columns">
        {page.columns.map((column, n) => (
          <div class="pages__column" key={page.titles[n] ?? n}>
            {page.titles[n] && <h2 class="pages__title">{page.titles[n]}</h2>}
            {column.map((id) => (
              <div key={id} class={`pages__thing${news.has(id) ? " is-new" : ""}`}>
                {things.get(id)?.view}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

class Measure {
  private readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly titleHeight: number;

  constructor(
    place: HTMLElement,
    private readonly box: HTMLElement,
  ) {
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.width = place.clientWidth;
    this.height = place.clientHeight;
    this.gap = unit;
    this.titleHeight = unit * 3.2;
  }

  /** The heights of a group's things in columns of this many, at this size. */
  heights(group: Group, columns: number, text: number): number[] {
    this.box.style.inlineSize = `${(this.width - this.gap * (columns - 1)) / columns}px`;
    this.box.style.fontSize = text ? `${text}rem` : "";
    const found = this.box.querySelector(`[data-group="${CSS.escape(group.id)}"]`);
    return [...(found?.children ?? [])].map((one) => (one as HTMLElement).offsetHeight);
  }
}

function laidOut(groups: readonly Group[], apart: boolean, place: HTMLElement, box: HTMLElement): Page[] {
  const room = new Measure(place, box);
  const filled = groups.filter((group) => group.things.length);
  const cards = filled.filter((group) => group.as === "cards");
  const together = !apart && cards.length > 1 && cards.length <= TOGETHER ? sideBySide(cards, room) : null;
  return filled.flatMap((group) => {
    if (group.as === "whole") return group.things.map((thing) => pageOf(group, [[thing]], null, thing.id));
    if (group.as === "lines") return inLines(group, room);
    if (together) return group === cards[0] ? [together] : [];
    return inColumns(group, room);
  });
}

function pageOf(group: Group, columns: Thing[][], size: Size | null, key: string): Page {
  const words = columns.flat().reduce((sum, thing) => sum + thing.words, 0);
  return { key, title: group.title ?? "", size, columns: columns.map((column) => column.map((one) => one.id)), titles: [], words };
}

/** All groups on one page, a column for each, when they fit. */
function sideBySide(groups: readonly Group[], room: Measure): Page | null {
  for (const size of SIZES.slice(1)) {
    const fits = groups.every((group) => {
      const [high] = fill(room.heights(group, groups.length, size.text), 1, room.height - room.titleHeight, room.gap);
      return high?.[0]?.length === group.things.length;
    });
    if (!fits) continue;
    const page = pageOf(
      { id: "together", as: "cards", things: [] },
      groups.map((group) => [...group.things]),
      size,
      "together",
    );
    return { ...page, titles: groups.map((group) => group.title ?? "") };
  }
  return null;
}

function inLines(group: Group, room: Measure): Page[] {
  const height = room.height - (group.title ? room.titleHeight : 0);
  return fill(room.heights(group, 1, 0), 1, height, room.gap).map((columns, n) =>
    pageOf(group, chosen(group, columns), null, `${group.id}/${n}`),
  );
}

function inColumns(group: Group, room: Measure): Page[] {
  const height = room.height - (group.title ? room.titleHeight : 0);
  const smallest = SIZES.length - 1;
  for (const [n, size] of SIZES.entries()) {
    // So many cards never fit in large letters: no need to measure.
    if (n < smallest && group.things.length > size.columns * 6) continue;
    const heights = room.heights(group, size.columns, size.text);
    const tall = heights.some((one) => one > height);
    const pages = fill(heights, size.columns, height, room.gap);
    if (n < smallest && (pages.length > 1 || tall)) continue;
    if (tall) return withTall(group, room, height, size);
    return pages.map((columns, number) => pageOf(group, chosen(group, columns), size, `${group.id}/${number}`));
  }
  return [];
}

/** What is too tall for a column has a page of its own, over the whole width. */
function withTall(group: Group, room: Measure, height: number, size: Size): Page[] {
  const heights = room.heights(group, size.columns, size.text);
  const short = { ...group, things: group.things.filter((_, n) => (heights[n] ?? 0) <= height) };
  const pages = fill(
    heights.filter((one) => one <= height),
    size.columns,
    height,
    room.gap,
  ).map((columns, n) => pageOf(group, chosen(short, columns), size, `${group.id}/${n}`));
  const alone = ALONE.map((one) => ({ size: one, heights: room.heights(group, 1, one.text) }));
  for (const [n, thing] of group.things.entries()) {
    if ((heights[n] ?? 0) <= height) continue;
    const found = alone.find((one) => (one.heights[n] ?? 0) <= height) ?? alone.at(-1);
    pages.push(pageOf(group, [[thing]], found?.size ?? size, `${group.id}/${thing.id}`));
  }
  return pages;
}

function chosen(group: Group, columns: readonly (readonly number[])[]): Thing[][] {
  return columns.map((column) => column.flatMap((n) => group.things[n] ?? []));
}
