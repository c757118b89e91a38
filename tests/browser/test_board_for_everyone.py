"""The board with the keyboard alone, and for whoever reads it with other means."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.board import card, check_axe, expect, go_to, needs_browser, write
from tests.browser.conftest import DESKTOP, PHONE, Join, Open
from tests.scenario.pages import Facilitator

pytestmark = needs_browser


def test_the_keyboard_does_everything(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "def-2")
    press = page.keyboard.press
    for _ in range(60):
        press("Tab")
        if page.evaluate("document.activeElement.className.includes('composer__text')"):
            break
    for text in ("eerste", "tweede"):
        page.keyboard.type(text)
        press("Control+Enter")
        expect(card(page, text)).to_be_visible()
        expect(page.locator(".card.is-pending")).to_have_count(0)
    for _ in range(20):
        press("Tab")
        if page.evaluate("document.activeElement.dataset.cardMenu !== undefined"):
            break
    press("ArrowDown")
    expect(card(page, "tweede").locator("[data-card-menu]")).to_be_focused()
    press("Enter")
    expect(page.locator("[role=menuitem]").first).to_be_focused()
    for _ in range(20):
        if page.evaluate("document.activeElement.dataset.action") == "move":
            break
        press("ArrowDown")
    press("Enter")
    expect(page.locator("dialog input[type=radio]").first).to_be_focused()
    press("ArrowDown")
    press("Enter")
    expect(page.locator("[data-column=more] .card")).to_contain_text("tweede")
    press("Control+z")
    expect(page.locator("[data-column=missing] .card")).to_have_count(2)
    card(page, "eerste").locator("[data-card-menu]").focus()
    press("Space")
    press("Escape")
    expect(card(page, "eerste").locator("[data-card-menu]")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_any_step(
    facilitator: Facilitator, look: Open, join: Join, size: dict[str, Any]
) -> None:
    page = look(facilitator, size)
    steps = "def-1 def-2 def-3 dis-1 dis-3 dre-1 des-3 des-5 dst-1 dst-2 dst-3 dst-4"
    for step in steps.split():
        go_to(page, step)
        if page.locator("[data-column] [data-do=write], .composer__text").count():
            write(page, f"Kaartje bij {step}")
        check_axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{step} scrolls sideways"
