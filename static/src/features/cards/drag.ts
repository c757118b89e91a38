/** Dragging with the pointer. Everything it does can also be done from a card's menu. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { loadOnce } from "../../core/ui/lazy";
import type { Point } from "./landing";
import { hideLanding, showLanding } from "./landing";

const library = loadOnce(() => import("@atlaskit/pragmatic-drag-and-drop/element/adapter"));

/** Does something with the library when it is there; gives what undoes it, also before that. */
function withLibrary(use: (part: Awaited<ReturnType<typeof library>>) => () => void): () => void {
  let undo: (() => void) | undefined;
  let over = false;
  library().then(
    (part) => {
      if (!over) undo = use(part);
    },
    () => undefined, // without it there is still the menu
  );
  return () => {
    over = true;
    undo?.();
  };
}

/** What is pressed, not dragged. */
const CONTROLS = "button, a, input, select, textarea, label, summary";

/** With a mouse the library is there before the first card is taken hold of. */
function expectDrags(): void {
  if (globalThis.matchMedia?.("(any-pointer: fine)").matches) library().catch(() => undefined);
}

/** Lets a card be dragged, from when a pointer first comes to it: most cards are only read. */
export function useDraggable(ref: RefObject<HTMLElement | null>, card: string, enabled: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return undefined;
    expectDrags();
    let undo: (() => void) | undefined;
    let ready = false;
    const come = () => {
      undo ??= withLibrary(({ draggable }) => {
        ready = true;
        return draggable({
          element,
          getInitialData: () => ({ card }),
          onDragStart: () => element.classList.add("is-dragging"),
          onDrop: () => element.classList.remove("is-dragging"),
        });
      });
    };
    // Until the library is there a drag would select words instead. Words are copied from the menu.
    const hold = (event: MouseEvent) => {
      if (!ready && !(event.target as Element).closest(CONTROLS)) event.preventDefault();
    };
    element.addEventListener("pointerenter", come, { passive: true });
    element.addEventListener("pointerdown", come, { passive: true });
    element.addEventListener("mousedown", hold);
    return () => {
      element.removeEventListener("pointerenter", come);
      element.removeEventListener("pointerdown", come);
      element.removeEventListener("mousedown", hold);
      undo?.();
    };
  }, [card, enabled]);
}

interface Drop {
  card: string;
  /** Where the pointer was, for finding the place between other cards. */
  at: Point;
}

/**
 * Lets cards be dropped here. The innermost target takes the card.
 *
 * @param list where cards have an order: a line shows between which of them the card will land
 */
export function useDropTarget(
  ref: RefObject<HTMLElement | null>,
  enabled: boolean,
  onDrop: (drop: Drop) => void,
  list?: RefObject<HTMLElement | null>,
): void {
  const handler = useRef(onDrop);
  handler.current = onDrop;
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return undefined;
    return withLibrary(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data["card"] === "string",
        onDragEnter: () => element.classList.add("is-drop"),
        onDrag: ({ source, location }) => {
          if (list?.current) showLanding(list.current, pointIn(location.current.input), String(source.data["card"]));
        },
        onDragLeave: () => {
          element.classList.remove("is-drop");
          hideLanding(list?.current);
        },
        onDrop: ({ source, location }) => {
          element.classList.remove("is-drop");
          hideLanding(list?.current);
          if (location.current.dropTargets[0]?.element !== element) return;
          handler.current({ card: String(source.data["card"]), at: pointIn(location.current.input) });
        },
      }),
    );
  }, [enabled]);
}

function pointIn(input: { clientX: number; clientY: number }): Point {
  return { x: input.clientX, y: input.clientY };
}
