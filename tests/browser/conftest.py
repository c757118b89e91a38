"""Real browsers for tests: Debian's Chromium, with desktops and phones in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.scenario.pages import Browser, Facilitator, Made
from tests.server import ROOT, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import BrowserContext, Page

CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "node_modules/axe-core/axe.min.js"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# Every element has the colours of the scheme, and nothing is on its way to another. An animation that
# never ends (or stands still in a folded part of the page) and a page without frames are not waited for:
# `evaluate` itself waits for ever.
SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const settled = async () => {
    await frame(); await frame();
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)));
    await frame();
  };
  await Promise.race([settled(), new Promise((go) => setTimeout(go, 3000))]);
}"""
LOOK = """async (within) => (await Promise.race([
  axe.run(within ?? document),
  new Promise((_, stop) => setTimeout(() => stop(new Error("axe took a minute")), 60000)),
])).violations"""
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile",
}  # fmt: skip
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "accept_downloads": True}
OpenScreen = Callable[[dict[str, Any]], "Page"]
Join = Callable[[str, str], Browser]


class Open(Protocol):
    """Opens the room for somebody."""

    def __call__(self, who: Browser, kind: dict[str, Any] = ...) -> Page: ...


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """One running Chromium for all tests of a worker; every screen has a context of its own."""
    playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is not installed")
    with playwright_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def open_screen(chromium: Chromium) -> Iterator[OpenScreen]:
    """Opens somebody's own screen (`PHONE` or `DESKTOP`); an error in any page fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(kind: dict[str, Any]) -> Page:
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


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without a demo, on which a board is filled in a moment. Whoever kills it starts it again."""
    settings = {"MINIDORP_RATE_JOIN": "100000/minute", "MINIDORP_COMMANDS_PER_SECOND": "1000"}
    with Server(tmp_path_factory.mktemp("board"), MINIDORP_DEMO="off", **settings) as running:
        yield running


@pytest.fixture(scope="session")
def facilitator(own_server: Server) -> Facilitator:
    """Somebody with an account."""
    return Facilitator(own_server, "marloes@voorbeeld.test")


@pytest.fixture
def community(facilitator: Facilitator) -> Made:
    """A new, empty community."""
    project = facilitator.project("Kleine dorpen")
    return facilitator.community(project, "Lindebuurt", "Samen plezier in onze buurt.", "Marloes")


@pytest.fixture
def look(open_screen: OpenScreen, own_server: Server, community: Made) -> Open:
    """Opens the room for somebody; an error in the page fails the test."""

    def open_page(who: Browser, kind: dict[str, Any] = DESKTOP) -> Page:
        page = open_screen(kind)
        page.context.add_cookies(
            [{"name": c.name, "value": c.value or "", "url": own_server.url} for c in who.session.cookies]
        )
        page.goto(f"{own_server.url}/c/{community.id}/")
        page.locator("[data-shown-step]").wait_for()
        return page

    return open_page


@pytest.fixture
def join(own_server: Server, community: Made) -> Join:
    """Lets somebody in with the code."""

    def joined(name: str, role: str) -> Browser:
        who = Browser(own_server.url)
        who.join(community, name, role)
        return who

    return joined


def axe_finds(page: Page, within: str | None = None) -> list[str]:
    """What axe-core holds against a page, or a part of it, in the light and in the dark."""
    page.evaluate(AXE.read_text("utf-8"))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        violations = page.evaluate(LOOK, within)
        if violations:
            # Just after a change of colours a text may still have the old one; what is wrong stays wrong.
            page.evaluate(SETTLED)
            violations = page.evaluate(LOOK, within)
        for violation in violations:
            nodes = [node["html"][:160] + node["failureSummary"][:300] for node in violation["nodes"][:3]]
            told = json.dumps(nodes, indent=1, ensure_ascii=False)
            found.append(f"{page.url} {scheme} {violation['id']}: {told}")
    page.emulate_media(color_scheme="light")
    return found
