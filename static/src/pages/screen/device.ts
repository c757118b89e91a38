/** What makes a browser window a screen: it stays awake, hides a still pointer, and fills the whole display. */
const STILL_MS = 3_000;

async function stayAwake(): Promise<void> {
  try {
    if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen");
  } catch {
    // Without it the display may sleep; moving the mouse wakes it.
  }
}

function toggleFullscreen(): void {
  const job = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  job.catch(() => undefined);
}

/** Double click or F: the whole display, and back. */
export function behaveAsScreen(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    document.body.classList.remove("is-still");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.add("is-still"), STILL_MS);
  };
  document.addEventListener("pointermove", moved);
  moved();
  document.addEventListener("dblclick", toggleFullscreen);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "f" && !event.ctrlKey && !event.metaKey && !event.altKey) toggleFullscreen();
  });
  document.addEventListener("visibilitychange", () => void stayAwake());
  void stayAwake();
}
