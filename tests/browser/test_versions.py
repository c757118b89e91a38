"""Versions in the room: kept under a name, looked back through, compared, and gone back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="dst-1")
    yield device
    device.leave()


def section_of(host: Player) -> str:
    return str(min(host.state["sections"].values(), key=lambda one: str(one["rank"]))["id"])


def write(host: Player, *paragraphs: str) -> None:
    section = section_of(host)
    host.open(section)
    for words in paragraphs:
        host.write(section, f"paragraph-{len(words)}", words)


def open_versions(page: Page) -> Locator:
    button = page.get_by_role("button", name="Versies", exact=True)
    if not button.is_visible():
        page.get_by_role("button", name="Meer over de tekst").click()
        button = page.get_by_role("menuitem", name="Versies")
    button.click()
    dialog = page.get_by_role("dialog", name="Versies van onze tekst")
    expect(dialog).to_be_visible()
    return dialog


def rows(dialog: Locator, change: str) -> Locator:
    return dialog.locator(f".compared__row[data-change={change}]")


def test_the_core_team_keeps_the_text_sees_what_changed_and_goes_back(
    look: Open, join: Join, host: Player, facilitator: Facilitator
) -> None:
    write(host, "Wij eten samen op dinsdag. Iedereen is welkom.")
    page = look(facilitator, DESKTOP)
    parent = look(join("Samira", "parent"), PHONE)
    expect(parent.locator(".section").first).to_contain_text("op dinsdag")
    dialog = open_versions(page)
    dialog.get_by_role("button", name="Bewaar de tekst zoals die nu is").click()
    name = dialog.get_by_label("Naam van de versie")
    expect(name).to_be_focused()
    name.fill("Voor de zomer")
    dialog.get_by_role("button", name="Bewaar deze versie").click()
    expect(dialog.get_by_role("status").first).to_contain_text("De tekst zoals die nu is")
    expect(dialog).to_contain_text("Er is niets anders.")
    page.keyboard.press("Escape")
    write(host, "Dit is een nieuwe zin.")
    dialog = open_versions(page)
    expect(rows(dialog, "new")).to_have_count(1)
    expect(rows(dialog, "new")).to_contain_text("nieuw")
    expect(rows(dialog, "kept")).to_have_count(2)
    dialog.get_by_role("slider").press("ArrowLeft")
    expect(dialog.get_by_role("status").first).to_contain_text("Voor de zomer")
    dialog.get_by_role("button", name="Ga terug naar deze tekst").click()
    dialog.get_by_role("button", name="Ja, ga terug").click()
    expect(dialog).to_have_count(0)
    for who in (page, parent):
        expect(who.locator(".section").first).not_to_contain_text("nieuwe zin")
        expect(who.locator(".section").first).to_contain_text("op dinsdag")
    dialog = open_versions(page)
    dialog.get_by_role("slider").press("Home")
    for title in ("Voor de zomer", "Voordat we teruggingen", "Terug naar: Voor de zomer", "zoals die nu is"):
        expect(dialog.get_by_role("status").first).to_contain_text(title)
        if dialog.get_by_role("button", name="Latere versie").is_enabled():
            dialog.get_by_role("button", name="Latere versie").click()


def test_on_a_phone_everybody_looks_back_and_only_the_core_team_changes(
    look: Open, join: Join, host: Player
) -> None:
    write(host, "Wij eten samen op dinsdag.")
    host.send("version.freeze", version="version-first", name="Voor de zomer")
    write(host, "Wij spelen buiten.")
    page = look(join("Samira", "parent"), PHONE)
    dialog = open_versions(page)
    expect(rows(dialog, "new")).to_contain_text("Wij spelen buiten.")
    assert dialog.get_by_role("button", name="Bewaar de tekst zoals die nu is").count() == 0
    dialog.get_by_role("button", name="Eerdere versie").click()
    expect(dialog.get_by_role("status").first).to_contain_text("Voor de zomer")
    assert dialog.get_by_role("button", name="Ga terug naar deze tekst").count() == 0
    width = page.evaluate(
        "document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth"
    )
    assert width == 0
    assert axe_finds(page, "dialog") == []
