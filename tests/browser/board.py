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


def go_to(page: Page, step: str) -> None:
    """The core team brings everyone to a step."""
    phase = {"def": "define", "dis": "discovery", "dre": "dream", "des": "design", "dst": "destiny"}[step[:3]]
    page.locator(f".phase[data-phase={phase}] button").click()
    page.locator(f"button[data-step={step}]").click()
    page.locator(".steer__middle > button").first.click()
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
    expect(page.locator(".back-to-group")).to_have_count(0)


def at(page: Page, step: str) -> None:
    """This screen shows this step."""
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()


def write(page: Page, text: str, column: int = 0) -> None:
    """Share a card."""
    area = page.locator(".composer__text").nth(column)
    area.fill(text)
    area.press("Control+Enter")


def card(page: Page, text: str) -> Locator:
    """The card with this text."""
    return page.locator(".card", has_text=text)


def act(page: Page, text: str, action: str) -> None:
    """Choose something from a card's menu."""
    card(page, text).locator("[data-card-menu]").click()
    page.locator(f"[role=menuitem][data-action={action}]").click()


def texts(page: Page, within: str = ".board") -> list[str]:
    """The texts of the cards, in order."""
    return list(page.locator(f"{within} .card__text").all_inner_texts())


def check_axe(page: Page) -> None:
    """axe-core holds nothing against the page."""
    found = axe_finds(page)
    assert found == [], "\n".join(found)
