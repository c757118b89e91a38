/** Asks for the check, and again when something changed. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CommandError } from "../../core/live/contract";
import type { Room } from "../../core/room/room";
import type { Line } from "./answers";
import { checkDocument } from "./answers";

const DELAY_MS = 400;
const RETRY_DELAY_MS = 3_000;

interface Checked {
  lines: readonly Line[] | null;
  failed: boolean;
}

export function useCheck(room: Room): Checked {
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const there = useRef(true);
  const ask = () => {
    checkDocument(room.live).then(
      (found) => {
        if (!there.current) return;
        setLines(found);
        setFailed(false);
      },
      (refused) => {
        if (!there.current) return;
        // An earlier question is still being answered.
        const early = (refused as CommandError).code === "too_fast";
        setFailed(!early);
        later(early ? DELAY_MS : RETRY_DELAY_MS);
      },
    );
  };
  const later = (wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, wait);
  };
  const { agreements, cards, sections, sources, accepted } = room.state.collections;
  const known = useRef(false);
  useEffect(() => {
    later(known.current ? DELAY_MS : 0);
    known.current = true;
  }, [agreements, cards, sections, sources, accepted]);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
      clearTimeout(timer.current);
    };
  }, []);
  return { lines, failed };
}
