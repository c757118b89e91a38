/** Waits for something to be drawn, brings it into view and puts the focus on it. */
export function focusWhenThere(selector: string, withinMs = 6_000): void {
  const until = performance.now() + withinMs;
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) {
      found.scrollIntoView({ block: "center" });
      found.focus({ preventScroll: true });
    } else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Puts the focus on the first of these that is there, once the screen is redrawn. */
export function focusSoon(...selectors: string[]): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const selector of selectors) {
        const found = document.querySelector<HTMLElement>(selector);
        if (!found) continue;
        found.focus();
        return;
      }
    }),
  );
}
