/** Dragging with the pointer. Everything it does can also be done from a card's menu. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { loadOnce } from "../../core/ui/lazy";

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

/** Lets a card be dragged, from when a pointer first comes to it: most cards are only read. */
export function useDraggable(ref: RefObject<HTMLElement | null>, card: string, enabled: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return undefined;
    let undo: (() => void) | undefined;
    const come = () => {
      undo ??= withLibrary(({ draggable }) =>
        draggable({
          element,
          getInitialData: () => ({ card }),
          onDragStart: () => element.classList.add("is-dragging"),
          onDrop: () => element.classList.remove("is-dragging"),
        }),
      );
    };
    const over = ["pointerenter", "pointerdown"];
    for (const event of over) element.addEventListener(event, come, { passive: true });
    return () => {
      for (const event of over) element.removeEventListener(event, come);
      undo?.();
    };
  }, [card, enabled]);
}

interface Drop {
  card: string;
  /** Where the pointer was, for finding the place between other cards. */
  y: number;
}

/** Lets cards be dropped here. The innermost target takes the card. */
export function useDropTarget(ref: RefObject<HTMLElement | null>, enabled: boolean, onDrop: (drop: Drop) => void): void {
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
        onDragLeave: () => element.classList.remove("is-drop"),
        onDrop: ({ source, location }) => {
          element.classList.remove("is-drop");
          if (location.current.dropTargets[0]?.element !== element) return;
          handler.current({ card: String(source.data["card"]), y: location.current.input.clientY });
        },
      }),
    );
  }, [enabled]);
}

/** The id of the card before which something dropped at this height belongs, or null for the end. */
export function cardBelow(list: HTMLElement | null, y: number): string | null {
  for (const element of Array.from(list?.querySelectorAll<HTMLElement>("[data-card]") ?? [])) {
    const box = element.getBoundingClientRect();
    if (y < box.top + box.height / 2) return element.dataset["card"] ?? null;
  }
  return null;
}
