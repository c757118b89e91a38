/** A text as large as its place allows. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  children: ComponentChildren;
  className?: string;
  /** The largest and the smallest size, in hundredths of the screen's width. */
  most: number;
  least: number;
}

const STEPS = 7;

export function Fit({ children, className = "", most, least }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = box.current;
    const inner = place?.firstElementChild as HTMLElement | null | undefined;
    if (!place || !inner) return undefined;
    const fit = () => {
      let [small, large] = [least, most];
      const fits = (size: number) => {
        inner.style.fontSize = `${size}rem`;
        return inner.offsetHeight <= place.clientHeight + 1 && inner.scrollWidth <= place.clientWidth + 1;
      };
      if (fits(large)) return;
      for (let n = 0; n < STEPS; n += 1) {
        const middle = (small + large) / 2;
        if (fits(middle)) small = middle;
        else large = middle;
      }
      fits(small);
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(place);
    return () => watch.disconnect();
  });
  return (
    <div ref={box} class={`fit ${className}`}>
      <div class="fit__text">{children}</div>
    </div>
  );
}
