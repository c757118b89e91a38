"""The guide in the browser: beside the board, in a tab of its own, readable and reachable for everyone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.board import check_axe, expect, go_to, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Open, OpenScreen
from tests.scenario.pages import Facilitator
from tests.server import Server
from workshop.guide import guide

pytestmark = needs_browser
DUTCH = guide("nl").pages


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_the_guide(
    own_server: Server, open_screen: OpenScreen, size: dict[str, Any]
) -> None:
    page = open_screen(size)
    for address in ("/guide", "/guide/choose", "/guide/start"):
        page.goto(own_server.url + address)
        check_axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} scrolls sideways"


def test_help_stands_beside_the_board_and_follows_the_step(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator, DESKTOP)
    go_to(page, "def-2")
    page.locator(".bar [data-do=help]").click()
    title = page.locator(".drawer h1")
    expect(title).to_have_text(DUTCH["turn-around"].title)
    page.locator(".drawer .guide-text a", has_text=DUTCH["choose"].title).click()
    expect(title).to_have_text(DUTCH["choose"].title)
    expect(page.locator("[data-shown-step=def-2]")).to_be_visible()
    page.locator("[data-part=road]").click()
    page.locator("button[data-step=dis-1]").click()
    page.locator(".bar [data-do=help]").click()
    expect(title).to_have_text(DUTCH["pairs"].title)


def test_on_a_phone_help_opens_in_a_tab_of_its_own(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator, PHONE)
    page.locator("[data-drawer=more]").tap()
    page.locator("[data-part=step]").tap()
    with page.context.expect_page() as opened:
        page.locator("dialog [data-do=help]").tap()
    expect(opened.value.locator("main h1")).to_have_text(DUTCH["arrive"].title)
    expect(page.locator("[data-part=help]")).to_have_count(0)
