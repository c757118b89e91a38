/** A section's text that nobody writes in now: drawn from the shared document, for reading, searching and printing. */
import type { ComponentChild } from "preact";
import { h } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import * as Y from "yjs";
import { whenIdle } from "../../core/ui/gradually";
import { levelsShown } from "./headings";
import { schema } from "./schema";
import type { SectionText } from "./sectionText";
import type { Settled } from "./settled";

/** Not at every key of somebody far away, and not while this person types. */
const REDRAW_DELAY_MS = 1_000;

interface Props {
  text: SectionText;
  settled: Settled | null;
  lang: string;
  /** The level of the part. */
  level: number;
}

export function StillText({ text, settled, lang, level }: Props) {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => follow(text, () => redraw(undefined)), [text]);
  void settled?.known.value;
  return (
    <div class="section__text" data-still lang={lang}>
      {children(text.fragment, { levels: headingLevels(text.fragment, level), settled })}
    </div>
  );
}

function follow(text: SectionText, redraw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: () => void = () => undefined;
  const now = () => {
    clearTimeout(timer);
    stop();
    timer = undefined;
    redraw();
  };
  const idle = () => {
    stop = whenIdle(now);
  };
  const later = () => {
    timer ??= setTimeout(idle, REDRAW_DELAY_MS);
  };
  const printing = () => {
    text.catchUp();
    now();
  };
  text.fragment.observeDeep(later);
  globalThis.addEventListener("beforeprint", printing);
  return () => {
    clearTimeout(timer);
    stop();
    text.fragment.unobserveDeep(later);
    globalThis.removeEventListener("beforeprint", printing);
  };
}

type Levels = ReadonlyMap<Y.XmlElement, number>;

interface Known {
  levels: Levels;
  settled: Settled | null;
}

function headingLevels(fragment: Y.XmlFragment, section: number): Levels {
  const found = headingsIn(fragment);
  const levels = levelsShown(
    found.map((heading) => Number(heading.getAttribute("level") ?? 2)),
    section,
  );
  return new Map(found.map((heading, n) => [heading, levels[n] ?? 0]));
}

function headingsIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    return child.nodeName === "heading" ? [child] : child.nodeName === "blockquote" ? headingsIn(child) : [];
  });
}

function children(parent: Y.XmlFragment | Y.XmlElement, known: Known): ComponentChild[] {
  return parent.toArray().flatMap((child): ComponentChild[] => {
    if (child instanceof Y.XmlText) return words(child, known.settled);
    return child instanceof Y.XmlElement ? [element(child, known)] : [];
  });
}

/** An element as the editor draws it; what the schema does not know is left out. */
function element(from: Y.XmlElement, known: Known): ComponentChild {
  const type = schema.nodes[from.nodeName];
  const drawn: unknown = type?.spec.toDOM?.(type.create(from.getAttributes()));
  if (!Array.isArray(drawn)) return null;
  const [tag, attributes] = drawn as [string, unknown];
  const own = typeof attributes === "object" ? (attributes as Record<string, string>) : null;
  const level = known.levels.get(from);
  return h(tag, level ? { ...own, "aria-level": String(level) } : own, ...children(from, known));
}

interface Piece {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

function words(text: Y.XmlText, settled: Settled | null): ComponentChild[] {
  const pieces = text.toDelta() as Piece[];
  const whole = pieces.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
  let at = 0;
  return pieces.map(({ insert, attributes }) => {
    const own = typeof insert === "string" ? insert : "";
    let drawn: ComponentChild = settled ? settled.drawn(own, at, whole) : own;
    at += own.length;
    // A mark that overlaps with another of its kind has a hash after its name.
    const names = new Set(Object.keys(attributes ?? {}).map((name) => name.split("--")[0]));
    for (const name of ["em", "strong"]) if (names.has(name)) drawn = h(name, null, drawn);
    return drawn;
  });
}
