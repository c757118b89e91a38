"""Every step of the demo on every screen: the place to answer, or one whole card, is in view."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from phases import process
from tests.browser.board import needs_browser
from tests.browser.conftest import OpenScreen
from tests.browser.layout import faults, larger_text, right_to_left, served, text_size, work_in_view
from tests.scenario.pages import Browser, Facilitator, Made
from tests.scenario.player import Player
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

BAR = 56
"""The most px that a bar may be high, at the usual size of the text."""
BOARD = 150
"""The most px from the top of a laptop to the first column."""


@dataclass(frozen=True)
class Screen:
    """A screen in the room.

    Attributes:
        path: the page in the community.
        guides: whether the facilitator looks at it; a parent otherwise.
        board: the most px from the top to the first column; 0 where it does not matter.
    """

    width: int
    height: int
    path: str = ""
    guides: bool = False
    board: int = 0

    @property
    def kind(self) -> dict[str, Any]:
        """The screen for Playwright."""
        phone = not self.guides
        return {
            "viewport": {"width": self.width, "height": self.height},
            "is_mobile": phone,
            "has_touch": phone,
        }

    def __str__(self) -> str:
        return f"{self.width}×{self.height}{self.path and ' ' + self.path}"


SCREENS = (
    Screen(360, 640),
    Screen(390, 844),
    Screen(640, 360),
    Screen(1280, 800, guides=True, board=BOARD),
    Screen(1920, 1080, guides=True),
    Screen(1920, 1080, path="screen", guides=True),
)
NOT_YET: dict[str, frozenset[str]] = {}
"""A tool -> the screens on which its steps are not looked at, as `str(screen)`."""
# What was fetched is there, nothing is on its way, and the page has been drawn.
SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame(); await frame();
  await document.fonts.ready;
}"""
THERE = ":is(.room__main, .screen__main) > :not(.strip, .visually-hidden, :empty)"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("every-step")) as running:
        yield running


@pytest.fixture(scope="module")
def demo(server: Server) -> Made:
    """The demo, with its join code."""
    listed = json.loads(server.command("community", "list", "--json").stdout)
    found = next(one for one in listed if one["demo"])
    return Made(found["id"], found["code"])


@pytest.fixture(scope="module")
def facilitator(server: Server) -> Facilitator:
    return Facilitator(server, "noor@voorbeeld.test")


@pytest.fixture(scope="module")
def parent(server: Server, demo: Made) -> Browser:
    who = Browser(server.url)
    who.join(demo, "Sanne", "parent")
    return who


@pytest.fixture(scope="module")
def host(facilitator: Facilitator, demo: Made) -> Iterator[Player]:
    """The facilitator's own connection, to bring everyone to a step."""
    device = facilitator.device(demo.id).connect()
    yield device
    device.leave()


def opened(page: Page, who: Browser, address: str, language: str, percent: int) -> Page:
    """Open the room for somebody, in a language ("rtl" for any that runs the other way) and a text size."""
    url = re.sub(r"(//[^/]+).*", r"\1", address)
    kept = {cookie.name: cookie.value or "" for cookie in who.session.cookies}
    kept["language"] = "nl" if language == "rtl" else language
    page.context.add_cookies([{"name": name, "value": value, "url": url} for name, value in kept.items()])
    if language == "rtl":
        served(page.context, right_to_left)
    if percent != 100:
        larger_text(page, percent)
    page.goto(address)
    page.locator("[data-shown-step]").wait_for()
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "rtl" else "ltr")
    # The beamer's view is as large as its window, whatever the size of the text.
    assert text_size(page) >= 16 * (1 if address.endswith("/screen") else percent / 100)
    return page


def complaints(page: Page, screen: Screen, percent: int) -> list[str]:
    """What is wrong in the step that this screen shows."""
    page.locator(THERE).first.wait_for()
    page.evaluate(SETTLED)
    if screen.path:
        return [] if work_in_view(page, 1) else ["no question and no whole card in view"]
    usual = percent == 100
    found = faults(page, bar=BAR if usual else 0, board=screen.board if usual else 0)
    # In letters twice as large a card on a phone has no room below its question.
    if not work_in_view(page, 1 if usual or screen.guides else 0.5):
        found.append("no place to answer and no whole card in view")
    return found


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["nl", "en", "rtl"])
def test_what_one_does_is_in_view_in_every_step(
    server: Server, demo: Made, facilitator: Facilitator, parent: Browser, host: Player,
    open_screen: OpenScreen, language: str, percent: int, tmp_path: Path,
) -> None:  # fmt: skip
    pages = [
        (screen, opened(open_screen(screen.kind), facilitator if screen.guides else parent,
                        f"{server.url}/c/{demo.id}/{screen.path}", language, percent))
        for screen in SCREENS
    ]  # fmt: skip
    found = []
    for step, about in process().steps.items():
        host.send("step.start", step=step)
        for screen, page in pages:
            page.locator(f"[data-shown-step={step}]").wait_for()
            if str(screen) in NOT_YET.get(about.tool, ()):
                continue
            wrong = complaints(page, screen, percent)
            if wrong:
                page.screenshot(path=tmp_path / f"{step}-{screen.width}x{screen.height}.png")
            found += [f"{step} {screen}: {one}" for one in wrong]
    assert found == [], f"\n{tmp_path}\n" + "\n".join(found)
