"""A quote on a phone: allowed as "a parent", then taken back, and gone from the next file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import at, expect, look_around, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, axe_finds
from tests.exports.reading import lines
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser
ALBUM = os.environ.get("MINIDORP_ALBUM")
STORY = "Op dinsdag koken wij samen."


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="dis-2")
    yield device
    device.leave()


def picture(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=str(Path(ALBUM) / f"{name}.png"))


def document(facilitator: Facilitator, community: Made) -> str:
    """The words of the Word file as it is now."""
    return "\n".join(text for _style, text in lines(facilitator.download(community.id).content))


def choose(page: Page, how: str) -> None:
    """Open the menu of the own card, and choose how it may be quoted."""
    page.locator(".card", has_text=STORY).locator("[data-card-menu]").click()
    page.get_by_role("menuitem", name="Mogen we dit citeren?").click()
    dialog = page.get_by_role("dialog", name="Mogen we dit citeren?")
    dialog.get_by_role("radio", name=how).check()
    picture(page, f"quote-{page.viewport_size['width'] if page.viewport_size else 0}")
    assert axe_finds(page, "dialog[open]") == []
    dialog.get_by_role("button", name="Bewaren", exact=True).click()
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("kind", [PHONE, DESKTOP], ids=["phone", "laptop"])
def test_a_quote_is_given_as_a_parent_and_taken_back(
    kind: dict[str, object], look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    samira = join("Samira", "parent")
    join("Omar", "parent")
    device = samira.device(community.id).connect()
    device.send("card.add", card="card-story-01", board="dis-2", column="story", text=STORY)
    page = look(samira, kind)
    at(page, "dis-2")
    if kind is PHONE:
        look_around(page)
    choose(page, "Ja, eronder staat: een ouder")
    host.until(lambda one: one.state["cards"]["card-story-01"]["quote"])
    assert f"“{STORY}”\n– een ouder" in document(facilitator, community)
    choose(page, "Ja, eronder staat mijn naam: Samira")
    host.until(lambda one: one.state["cards"]["card-story-01"]["quote_name"])
    assert f"“{STORY}”\n– Samira" in document(facilitator, community)
    page.goto(f"{samira.url}/c/{community.id}/me#quotes")
    picture(page, f"quote-me-{page.viewport_size['width'] if page.viewport_size else 0}")
    assert axe_finds(page) == []
    page.get_by_role("button", name="Citeer dit niet meer").click()
    expect(page.locator("#main, main")).to_contain_text("We citeren geen kaartje van jou.")
    assert STORY not in document(facilitator, community)
    device.leave()
