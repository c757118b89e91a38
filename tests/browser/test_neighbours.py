"""Neighbours read along: they react to a published draft without an account, and the core team judges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, OpenScreen, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser
EAT, PLAY = "Wij eten samen op dinsdag in het buurthuis.", "Kinderen spelen veilig buiten."
NO_SCRIPT = {**PHONE, "java_script_enabled": False}


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection; the group has written two paragraphs."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="dst-1")
    section = str(min(device.state["sections"].values(), key=lambda one: str(one["rank"]))["id"])
    device.open(section)
    for number, words in enumerate((EAT, PLAY)):
        device.write(section, f"paragraph-{number}", words)
    yield device
    device.leave()


def publish(page: Page) -> str:
    """The core team publishes the draft; returns the address."""
    expect(page.locator(".section").first).to_contain_text(PLAY)
    page.get_by_role("button", name="Versies", exact=True).click()
    button = page.get_by_role("dialog").locator("[data-do=publish]")
    button.click()
    expect(button).to_have_text("Ja, zet dit concept open")
    button.click()
    page.locator("[data-do=neighbours]").click()
    link = page.get_by_role("dialog").locator(".neighbours__address a")
    address = link.get_attribute("href")
    assert address and "/read/" in address
    return address


def react(reader: Page, words: str, name: str = "") -> None:
    part = reader.locator(".read-along__part", has_text=PLAY)
    part.locator("summary").click()
    part.get_by_label("Wat vind je?").fill(words)
    part.get_by_label("Je voornaam").fill(name)
    part.get_by_role("button", name="Verstuur").click()


def test_a_neighbour_reacts_without_a_script_and_the_core_team_shows_hides_and_closes(
    facilitator: Facilitator, look: Open, join: Join, open_screen: OpenScreen, host: Player
) -> None:
    page = look(facilitator, DESKTOP)
    address = publish(page)
    reader = open_screen(NO_SCRIPT)
    reader.goto(address)
    expect(reader.locator("h1")).to_be_visible()
    react(reader, "Mooi, maar waar is het toilet?", "Ali")
    expect(reader.get_by_role("status")).to_contain_text("Dank je wel")
    expect(reader.locator("main")).not_to_contain_text("toilet")
    dialog = page.get_by_role("dialog", name="Wat buurtgenoten zeggen")
    waiting = dialog.locator("[data-group=waiting] .neighbours__one")
    expect(waiting).to_contain_text("waar is het toilet?")
    expect(waiting).to_contain_text(PLAY)
    expect(page.locator(".neighbours-bar")).to_contain_text("Eén reactie wacht.")
    parent = look(join("Samira", "parent"), PHONE)
    expect(parent.locator(".neighbours-bar")).not_to_contain_text("wacht")
    waiting.locator("[data-do=show]").click()
    expect(dialog.locator("[data-group=shown]")).to_contain_text("waar is het toilet?")
    reader.reload()
    expect(reader.locator(".read-along__part", has_text=PLAY)).to_contain_text("waar is het toilet?")
    said = parent.locator(".section").first.locator(".neighbours-said")
    said.locator("summary").click()
    expect(said).to_contain_text("waar is het toilet?")
    expect(said).to_contain_text("Ali")
    dialog.locator("[data-do=hide]").click()
    expect(said).to_have_count(0)
    dialog.locator("[data-do=show]").click()
    expect(said).to_have_count(1)
    close = dialog.locator("[data-do=close-reading]")
    close.click()
    close.click()
    expect(dialog).to_contain_text("De pagina is gesloten.")
    expect(dialog.locator("[data-group=shown]")).to_contain_text("waar is het toilet?")
    expect(parent.locator(".neighbours-bar")).to_have_count(0)
    expect(said).to_have_count(0)
    reader.reload()
    expect(reader.locator("h1")).to_have_text("Het meelezen is gesloten")


def test_the_page_is_good_to_read_for_everyone(
    facilitator: Facilitator, look: Open, open_screen: OpenScreen, host: Player
) -> None:
    page = look(facilitator, DESKTOP)
    address = publish(page)
    assert axe_finds(page, "dialog") == []
    reader = open_screen(PHONE)
    reader.goto(address)
    react(reader, "")
    area = reader.locator(".read-along__part", has_text=PLAY).get_by_label("Wat vind je?")
    expect(area).to_have_attribute("aria-invalid", "true")
    area.fill("<b>Goed</b> zo")
    reader.get_by_role("button", name="Verstuur").click()
    expect(area).to_have_value("<b>Goed</b> zo")
    expect(area).to_have_attribute("aria-invalid", "true")
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert reader.evaluate(width) == 0
    assert axe_finds(reader) == []
    small = "[...document.querySelectorAll('main summary, main button, main input:not([type=hidden])')]"
    heights = reader.evaluate(f"{small}.filter((one) => one.offsetParent).map((one) => one.offsetHeight)")
    assert min(heights) >= 44
