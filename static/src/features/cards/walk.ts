/** Going from card to card with the arrow keys. */

/** Arrow keys go from card to card: up and down in a column, left and right between columns. */
export function walkCards(event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  if (!from.dataset["cardMenu"] || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = (root: ParentNode) => Array.from(root.querySelectorAll<HTMLElement>("[data-card-menu]"));
  const lists = Array.from((event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("ul")).filter((list) => all(list).length);
  const list = from.closest("ul");
  if (!list) return;
  const at = all(list).indexOf(from);
  const sideways = (by: number) => {
    const other = lists[lists.indexOf(list) + by];
    return other ? all(other)[Math.min(at, all(other).length - 1)] : undefined;
  };
  const forward = getComputedStyle(from).direction === "rtl" ? -1 : 1;
  const goes: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => all(list)[at + 1],
    ArrowUp: () => all(list)[at - 1],
    ArrowRight: () => sideways(forward),
    ArrowLeft: () => sideways(-forward),
    Home: () => all(list)[0],
    End: () => all(list).at(-1),
  };
  const to = goes[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
}
