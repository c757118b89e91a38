/**
 * What every page can do without the live parts: choose day or evening colours, say what is missing in a
 * form, ask before something final, copy a text, close menus. Everything works without it, a little less smoothly.
 */
import { watchArrivals } from "./arriving";
import { watchForms } from "./fieldMessages";

const KEPT = "minidorp.theme";

type Theme = "light" | "dark";

function chosen(): Theme | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null; // Storage can be forbidden; then the device decides.
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // The choice then lasts as long as this page.
  }
}

const device = matchMedia("(prefers-color-scheme: dark)");
const shown = (): Theme => (document.documentElement.dataset.theme as Theme | undefined) ?? (device.matches ? "dark" : "light");

function paint(): void {
  const theme = chosen();
  if (theme) document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll<HTMLElement>("[data-theme-toggle]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(shown() === "dark"));
  }
}

function toggleTheme(): void {
  const next: Theme = shown() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  keep(next);
  paint();
}

/** Copies by way of a selection; tells whether it worked. */
function copySelected(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(button: HTMLElement): Promise<void> {
  const label = button.querySelector<HTMLElement>("[data-label]") ?? button;
  const before = label.textContent;
  const text = button.dataset.copy ?? "";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers have no clipboard for pages over plain http, as on a network of one's own.
    if (!copySelected(text)) return;
    button.focus();
  }
  if (!button.dataset.copied || before === button.dataset.copied) return;
  label.textContent = button.dataset.copied;
  setTimeout(() => (label.textContent = before), 2500);
}

function closeMenus(except?: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu-holder[open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  const target = event.target as Element;
  closeMenus(target.closest("details.menu-holder"));
  if (target.closest("[data-theme-toggle]")) toggleTheme();
  if (target.closest("[data-print]")) print();
  const button = target.closest<HTMLElement>("[data-copy]");
  if (button) void copy(button);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector<HTMLDetailsElement>("details.menu-holder[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

document.addEventListener("submit", (event) => {
  const question = (event as SubmitEvent).submitter?.dataset.confirm ?? (event.target as HTMLElement).dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});

function begin(): void {
  paint();
  watchForms();
  watchArrivals();
}

device.addEventListener("change", paint);
paint();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
