/** Around joining: the server hears that somebody began to fill in the form, and the invitation shows who came in. */

const SIGN_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 4000;

let signAt = Number.NEGATIVE_INFINITY;

/** Tells that somebody is filling in the form: not what, and at most once a minute. */
function sign(event: Event): void {
  const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-choosing]");
  const now = performance.now();
  if (!form?.dataset["choosing"] || now - signAt < SIGN_EVERY_MS) return;
  signAt = now;
  const body = new FormData();
  body.set("csrf_token", form.querySelector<HTMLInputElement>("[name=csrf_token]")?.value ?? "");
  navigator.sendBeacon(form.dataset["choosing"], body);
}

/** Fetches a part of the page again while somebody looks at it. */
function keepFresh(part: HTMLElement, address: string): void {
  let before = "";
  setInterval(() => {
    if (document.hidden) return;
    fetch(address)
      .then((answer) => (answer.ok ? answer.text() : before))
      .then((text) => {
        if (text === before) return;
        before = text;
        part.replaceChildren(document.createRange().createContextualFragment(text));
      })
      .catch(() => undefined); // Without a connection the page stays as it is.
  }, LOOK_EVERY_MS);
}

export function watchArrivals(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-fresh]")) keepFresh(part, part.dataset["fresh"] ?? "");
}

document.addEventListener("input", sign);
document.addEventListener("change", sign);
