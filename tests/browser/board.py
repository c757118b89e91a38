"""What people do in the room on real screens, for the tests of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM, axe_finds
from tests.server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Expect, Locator, Page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed"),
    pytest.mark.skipif(not (ROOT / "static/build/manifest.json").exists(), reason="not built: make build"),
]

expect: Expect = playwright_api.expect


def open_part(page: Page, part: str) -> None:
    """Open a part of the drawer, from the bar or from the drawer itself."""
    if page.locator(f"[data-part={part}][aria-current]").count():
        return
    tab, direct = page.locator(f"[data-part={part}]"), page.locator(f"[data-drawer={part}]")
    if tab.count() == 0 and direct.count():
        direct.click()
        return
    if tab.count() == 0:
        page.locator("[data-drawer]").last.click()
    tab.click()


def go_to(page: Page, step: str) -> None:
    """The core team brings everyone to a step."""
    open_part(page, "road")
    page.locator(f"button[data-step={step}]").click()
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
    if page.locator("[data-do=bring]").count():
        page.locator("[data-do=bring]").click()
    expect(page.locator("[data-do=bring]")).to_have_count(0)
    if page.locator("[data-do=close-drawer]").count():
        page.locator("[data-do=close-drawer]").click()
    expect(page.locator(".back-to-group")).to_have_count(0)


def at(page: Page, step: str) -> None:
    """This screen shows this step."""
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()


def open_composer(page: Page, column: int = 0) -> None:
    """Open the place to write in a column, where it is closed."""
    button = page.locator("[data-column] [data-do=write]").nth(column)
    if page.locator("[data-column]").count() and button.get_attribute("aria-expanded") == "false":
        button.click()


def write(page: Page, text: str, column: int = 0) -> None:
    """Share a card."""
    if page.locator("[data-column]").count():
        open_composer(page, column)
        area = page.locator("[data-column]").nth(column).locator(".composer__text")
    else:
        area = page.locator(".composer__text")
    area.fill(text)
    area.press("Control+Enter")


def share(page: Page, text: str | None = None) -> None:
    """On a phone: write a card, or another one, and share it; without a text, share what stands there."""
    if text is not None:
        if page.locator("[data-do=another]").count():
            page.locator("[data-do=another]").tap()
        page.locator(".composer__text").fill(text)
    page.locator("[data-do=share]").tap()


def look_around(page: Page) -> None:
    """On a phone: see what others wrote."""
    page.locator("[data-do=look]").tap()


def go_on_writing(page: Page) -> None:
    """On a phone: back from what others wrote."""
    page.locator("[data-do=write]").tap()


def card(page: Page, text: str) -> Locator:
    """The card with this text."""
    return page.locator(".card", has_text=text)


def act(page: Page, text: str, action: str) -> None:
    """Choose something from a card's menu."""
    card(page, text).locator("[data-card-menu]").click()
    page.locator(f"[role=menuitem][data-action={action}]").click()


def texts(page: Page, within: str = ".room__main") -> list[str]:
    """The texts of the cards, in order."""
    return list(page.locator(f"{within} .card__text").all_inner_texts())


def check_axe(page: Page) -> None:
    """axe-core holds nothing against the page."""
    found = axe_finds(page)
    assert found == [], "\n".join(found)
