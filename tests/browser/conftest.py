"""Real browsers for tests: Debian's Chromium, with desktops and phones in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server import ROOT

CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "node_modules/axe-core/axe.min.js"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# Every element has the colours of the scheme, and nothing is on its way to another.
SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame(); await frame();
  await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)));
  await frame();
}"""
PHONE = {
    "viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile",
}  # fmt: skip
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "accept_downloads": True}
OpenScreen = Callable[[dict[str, Any]], Any]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One running Chromium for a module."""
    playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is not installed")
    with playwright_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def open_screen(chromium: Any) -> Iterator[OpenScreen]:
    """Opens somebody's own screen (`PHONE` or `DESKTOP`); an error in any page fails the test."""
    contexts: list[Any] = []
    errors: list[str] = []

    def opened(kind: dict[str, Any]) -> Any:
        context = chromium.new_context(**{"locale": "nl-NL", "reduced_motion": "reduce", **kind})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def axe_finds(page: Any) -> list[str]:
    """What axe-core holds against a page, in the light and in the dark."""
    page.evaluate(AXE.read_text("utf-8"))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        for violation in page.evaluate("async () => (await axe.run()).violations"):
            nodes = [node["html"][:160] + node["failureSummary"][:300] for node in violation["nodes"][:3]]
            told = json.dumps(nodes, indent=1, ensure_ascii=False)
            found.append(f"{page.url} {scheme} {violation['id']}: {told}")
    page.emulate_media(color_scheme="light")
    return found
