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
