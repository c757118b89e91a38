"""Pictures of every page, as it looks on a phone, a laptop and a beamer: `make screenshots`.

Starts a server of its own with the demo in a temporary folder, walks through the pages and writes
`docs/screenshots/PAGE-WIDTH.png`. Nothing that is already running is touched.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.server import Server  # noqa: E402  (the project lies beside the tools)

OUT = ROOT / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
]  # fmt: skip
HEIGHTS = {390: 844, 1280: 800, 1920: 1080}
TALL = {390: 1500, 1280: 1300, 1920: 1300}
"""For pages of which the middle says more than the top."""
STEPS: dict[str, str] = json.loads((ROOT / "tools" / "screenshots.json").read_text(encoding="utf-8"))
"""The name of a picture of the room -> the step it is taken in."""
SECTION = "Onze droom"
PUBLIC = "https://minidorp.example.org"
"""The address in the invitation: pictures are the same whatever computer takes them."""

# At most 256 colours: what is on a page is mostly flat, and a palette keeps a picture small.
TO_PALETTE = """async (source) => {
  const image = new Image();
  image.src = "data:image/png;base64," + source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  brush.drawImage(image, 0, 0);
  const pixels = new Uint32Array(brush.getImageData(0, 0, image.width, image.height).data.buffer);
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const apart = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const palette = [];
  for (const near of [60, 8, 0]) {
    for (const colour of common) {
      if (palette.length === 256) break;
      const own = parts(colour);
      if (palette.every((other) => apart(own, other) > near)) palette.push(own);
    }
  }
  const index = new Map();
  for (const colour of common) {
    const own = parts(colour);
    let best = 0, least = Infinity;
    palette.forEach((other, n) => {
      const far = apart(own, other);
      if (far < least) [best, least] = [n, far];
    });
    index.set(colour, best);
  }
  const bytes = Uint8Array.from(pixels, (pixel) => index.get(pixel));
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return { width: image.width, height: image.height, palette, data: btoa(text) };
}"""


def png(picture: dict[str, Any]) -> bytes:
    """Return a PNG with a palette.

    Args:
        picture: width, height, palette (a list of [red, green, blue]) and data (base64 of one byte a pixel).
    """
    width, data = picture["width"], base64.b64decode(picture["data"])
    rows = b"".join(b"\0" + data[at : at + width] for at in range(0, len(data), width))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, picture["height"], 8, 3, 0, 0, 0)
    colours = bytes(part for colour in picture["palette"] for part in colour)
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in chunks)


class Screenshots:
    """Walks through the pages at one width."""

    def __init__(self, browser: Browser, server: Server, width: int, only: set[str]) -> None:
        self._browser, self._server, self._width, self._only = browser, server, width, only
        self._studio = browser.new_page()
        self.warnings: list[str] = []

    def screen(self, state: StorageState | None = None, scheme: Literal["light", "dark"] = "light") -> Page:
        """A new screen of somebody, in Dutch."""
        context = self._browser.new_context(
            viewport={"width": self._width, "height": HEIGHTS[self._width]}, locale="nl-NL",
            color_scheme=scheme, reduced_motion="reduce", storage_state=state,
            is_mobile=self._width < 600, has_touch=self._width < 600,
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.warnings.append(f"{page.url}: {error}"))
        return page

    def take(self, page: Page, name: str, *, tall: bool = False) -> None:
        """Take a picture of what is on the screen; `tall`: and of what comes below it."""
        if self._only and name not in self._only:
            return
        heights = TALL if tall else HEIGHTS
        page.set_viewport_size({"width": self._width, "height": heights[self._width]})
        page.wait_for_load_state("networkidle") if "/c/" not in page.url else page.wait_for_timeout(600)
        page.evaluate("document.fonts.ready")
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond > 0:
            self.warnings.append(f"{name}-{self._width}: scrolls {beyond} px sideways")
        taken = base64.b64encode(page.screenshot()).decode()
        picture = png(self._studio.evaluate(TO_PALETTE, taken))
        (OUT / f"{name}-{self._width}.png").write_bytes(picture)
        print(f"{name}-{self._width}.png  {len(picture) // 1024} kB")

    # ------------------------------------------------------------------ walks

    def outside(self, code: str) -> StorageState:
        """What anybody sees, up to the room; returns a parent's state."""
        page, url = self.screen(), self._server.url
        for name, path in (
            ("front", "/"), ("signin", "/signin"), ("return", "/return"), ("not-found", "/nergens"),
            ("join", f"/join/{code}"),
        ):  # fmt: skip
            page.goto(url + path)
            self.take(page, name)
        page.locator("label.choice[data-role=parent]").click()
        page.locator("#name").fill("Sanne")
        page.locator("main form button[type=submit]").click()
        page.locator("#words").wait_for()
        self.take(page, "welcome")
        page.locator("main form button[type=submit]").click()
        page.locator("[data-shown-step]").wait_for()
        state = page.context.storage_state()
        page.context.close()
        return state

    def facilitator(self, state: StorageState, community: str) -> None:
        """The pages of somebody who guides a group."""
        page, url = self.screen(state), self._server.url
        for name, path in (
            ("home", "/home"), ("project", "/projects/new"), ("community", "/communities/new"),
            ("invite", f"/c/{community}/invite"), ("settings", f"/c/{community}/settings"),
            ("screen", f"/c/{community}/screen"),
        ):  # fmt: skip
            page.goto(url + path)
            self.take(page, name)
        page.context.close()

    def room(self, state: StorageState, guide: StorageState, community: str) -> None:
        """The room in every kind of step, and the page about oneself."""
        address = f"{self._server.url}/c/{community}/"
        page, guiding = self.screen(state), self.screen(guide)
        page.goto(address)
        guiding.goto(address)
        for name, step in STEPS.items():
            self.bring_to(guiding, step)
            page.locator(f"[data-shown-step={step}]").wait_for()
            page.evaluate("window.scrollTo(0, 0)")
            self.take(page, name, tall=True)
        self.bring_to(guiding, STEPS["room"])
        self.evening(state, community)
        page.goto(f"{address}me")
        self.take(page, "me")
        page.context.close()
        guiding.context.close()

    def bring_to(self, guiding: Page, step: str) -> None:
        """Bring everyone to a step, as the core team does."""
        guiding.locator("[data-shown-step]").wait_for()
        if not guiding.locator(f"button[data-step={step}]").is_visible():
            direct = guiding.locator("[data-drawer=road]")
            if direct.count():
                direct.click()
            else:
                guiding.locator("[data-drawer]").click()
                guiding.locator("[data-part=road]").click()
        guiding.locator(f"button[data-step={step}]").click()
        guiding.locator(f"[data-shown-step={step}]").wait_for()
        together = guiding.locator("[data-do=bring]")
        if together.is_visible():
            together.click()
            together.wait_for(state="hidden")

    def vision(self, state: StorageState, community: str) -> None:
        """The vision, to read and to write in, with its sources."""
        page = self.screen(state)
        page.goto(f"{self._server.url}/c/{community}/vision")
        page.locator("[data-saved=saved]").wait_for(state="attached")
        if self._width >= 600:
            page.get_by_role("button", name="Lezen", exact=True).click()
        self.take(page, "vision-read")
        page.get_by_role("button", name="Schrijven", exact=True).click()
        outline = page.get_by_role("navigation", name="Hoofdstukken", exact=True)
        parts = page.locator(".vision__parts > summary")
        if parts.is_visible():
            parts.click()
        outline.get_by_role("button", name=SECTION, exact=True).click()
        page.get_by_role("textbox", name=f"Tekst van {SECTION}").click()
        self.take(page, "vision-write")
        page.locator(".source-mark").first.click()
        page.get_by_role("dialog").wait_for()
        self.take(page, "vision-sources")
        page.context.close()

    def evening(self, state: StorageState, community: str) -> None:
        """The dark colours."""
        page = self.screen(state, "dark")
        page.goto(f"{self._server.url}/c/{community}/")
        page.locator(f"[data-shown-step={STEPS['room']}]").wait_for()
        self.take(page, "room-dark", tall=True)
        page.context.close()


def make_account(browser: Browser, server: Server) -> StorageState:
    """Sign the first facilitator in and make a project with a community; return the browser's state."""
    page = browser.new_context(locale="nl-NL").new_page()
    page.goto(server.first_link)
    page.locator("input[type=email]").fill("noor@voorbeeld.test")
    page.locator("input[type=password]").fill("een lang en goed wachtwoord")
    page.locator("main form button[type=submit]").click()
    page.goto(f"{server.url}/projects/new")
    page.locator("#name").fill("Samen groot in Zwolle")
    page.locator("#owner").fill("Gemeente")
    page.locator("main form button[type=submit]").click()
    page.locator("#own_name").fill("Noor")
    page.locator("#name").fill("Havenkwartier")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/invite")
    state = page.context.storage_state()
    page.context.close()
    return state


def demo_of(browser: Browser, server: Server) -> tuple[str, str]:
    """The demo's id and join code."""
    server_says = server.command("community", "list", "--json").stdout
    found = re.search(r'"id": "([^"]+)"[^}]*?"code": "([^"]+)"[^}]*?"demo": true', server_says, re.S)
    if found is None:
        raise SystemExit(f"The demo is not there:\n{server_says}\n{server.log}")
    return found[1], found[2]


def take_all(browser: Browser, server: Server, widths: list[int], only: set[str]) -> Iterator[Screenshots]:
    """Take all pictures, one width after the other."""
    facilitator = make_account(browser, server)
    community, code = demo_of(browser, server)
    for width in widths:
        screenshots = Screenshots(browser, server, width, only)
        parent = screenshots.outside(code)
        screenshots.facilitator(facilitator, community)
        # On a phone the room as a parent sees it, on a laptop and a beamer with the core team's bar.
        state = parent if width < 600 else facilitator
        screenshots.room(state, facilitator, community)
        screenshots.vision(state, community)
        yield screenshots


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, action="append", choices=sorted(HEIGHTS), help="only this width")
    parser.add_argument("--page", action="append", default=[], help="only this page, for example room-dots")
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder), MINIDORP_PUBLIC_URL=PUBLIC) as server:
        while "/demo" not in server.log:
            time.sleep(0.2)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            warnings = [
                warning
                for screenshots in take_all(browser, server, given.width or sorted(HEIGHTS), set(given.page))
                for warning in screenshots.warnings
            ]
            browser.close()
    for warning in warnings:
        print(warning, file=sys.stderr)
    return 1 if warnings else 0


if __name__ == "__main__":
    raise SystemExit(main())
