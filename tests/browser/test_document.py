"""The document check and the kind hint about what may be private, as people see them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player
from tests.server import ROOT

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


def hint_file() -> str:
    """The built file with the hint, which comes later."""
    imports = json.loads((ROOT / "static/build/imports.json").read_text("utf-8"))
    return f"/{imports['core/private/parts.ts'][0]}"


def section_with(host: Player, block: str) -> str:
    return str(next(one["id"] for one in host.state["sections"].values() if one["block"] == block))


def write(host: Player, block: str, words: str) -> None:
    section = section_with(host, block)
    host.open(section)
    host.write(section, "paragraph-1", words)


def open_check(page: Page) -> Locator:
    expect(page.locator(".vision__bar")).to_be_visible()
    button = page.get_by_role("button", name="Controle van het document")
    if not button.is_visible():
        page.get_by_role("button", name="Meer over de tekst").click()
        button = page.get_by_role("menuitem", name="Controle van het document")
    button.click()
    dialog = page.get_by_role("dialog", name="Controle van het document")
    expect(dialog.get_by_role("status").first).to_be_visible()
    return dialog


def line(dialog: Locator, words: str) -> Locator:
    return dialog.locator("li.checked").filter(has_text=words)


def test_the_check_leads_to_what_mends_it(look: Open, host: Player, facilitator: Facilitator) -> None:
    write(host, "strength", "Wij helpen elkaar als het even niet lukt. Bel Noor (4): 038-4567890.")
    host.send("agreement.add", agreement="agreement-1", text="Wij maken samen een kaart van de wijk.")
    page = look(facilitator, DESKTOP)
    dialog = open_check(page)
    expect(dialog.get_by_role("status")).to_contain_text("Er ontbreken")
    told = dialog.locator("li.checked[data-rule=block]")
    expect(told.filter(has_text="Wat ouders sterk maakt")).to_have_count(0)
    expect(line(dialog, "Wat vakmensen goed kunnen")).to_contain_text("ontbreekt")
    assert axe_finds(page) == []
    dialog.get_by_label("Laat alleen zien wat ontbreekt").uncheck()
    expect(told.filter(has_text="Wat ouders sterk maakt")).to_contain_text("is er")
    number = line(dialog, "038-4567890")
    expect(number).to_contain_text("telefoonnummer")
    number.get_by_role("button", name="Dit mag blijven").click()
    expect(line(dialog, "038-4567890")).to_have_count(0)
    line(dialog, "Noor").get_by_role("button", name="Laat het zien in de tekst").click()
    expect(dialog).to_have_count(0)
    page.wait_for_function("() => getSelection().toString() === 'Noor'")
    dialog = open_check(page)
    line(dialog, "Wij maken samen een kaart").get_by_role("button", name="Zeg wie het doet").click()
    form = page.get_by_role("dialog", name="Afspraak veranderen")
    form.get_by_label("Wie", exact=True).select_option(index=1)
    form.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("nog niemand")).to_have_count(0)


def test_a_part_of_ones_own_carries_a_building_block(
    look: Open, host: Player, facilitator: Facilitator
) -> None:
    page = look(facilitator, DESKTOP)
    dialog = open_check(page)
    missing = line(dialog, "Hoe ouders en vakmensen het samen doen")
    missing.get_by_role("button", name="Voeg hier een hoofdstuk over toe").click()
    heading = page.get_by_role("heading", name="Hoe ouders en vakmensen het samen doen")
    expect(heading).to_be_visible()
    expect(page.locator(".section__heading").last).to_have_text("Dit spreken we af")
    page.get_by_role("button", name="Wat wil je met “Hoe ouders en vakmensen het samen doen”").click()
    page.get_by_role("menuitem", name="Kop veranderen").click()
    about = page.get_by_label("Dit hoofdstuk gaat over")
    expect(about).to_have_value("together")
    about.select_option("")
    page.get_by_role("dialog").get_by_role("button", name="Bewaren").click()
    host.until(lambda one: all(part["block"] != "together" for part in one.state["sections"].values()))


def test_before_the_group_decides_a_line_says_what_is_missing(
    look: Open, host: Player, facilitator: Facilitator
) -> None:
    host.send("step.start", step="dst-2")
    page = look(facilitator, DESKTOP)
    page.locator("[data-act=open-consent]").first.click()
    round_dialog = page.get_by_role("dialog", name="Open een akkoordronde")
    expect(round_dialog.locator(".check-line")).to_contain_text("Er ontbreken")
    assert axe_finds(page) == []
    round_dialog.get_by_role("button", name="Bekijk de controle").click()
    check = page.get_by_role("dialog", name="Controle van het document")
    check.get_by_role("button", name="Sluiten").click()
    expect(round_dialog).to_be_visible()
    round_dialog.get_by_role("button", name="Bekijk de controle").click()
    line(check, "Wat vakmensen goed kunnen").get_by_role("button", name="Laat het zien in de tekst").click()
    expect(page.locator(f"#heading-{section_with(host, 'craft')}")).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_hint_in_the_text_is_kind_and_is_remembered_for_all(
    look: Open, join: Join, host: Player, facilitator: Facilitator
) -> None:
    page = look(facilitator, DESKTOP)
    section = page.locator(f"#section-{section_with(host, 'craft')}")
    section.scroll_into_view_if_needed()
    text = section.get_by_role("textbox")
    text.click()
    page.keyboard.type("Bel gerust naar 038-4567890.")
    hint = page.get_by_role("group", name="Is dit privé?")
    expect(hint).to_contain_text("lijkt een telefoonnummer")
    expect(text).to_be_focused()
    assert axe_finds(page) == []
    hint.get_by_role("button", name="Dit mag blijven").click()
    expect(hint).to_have_count(0)
    expect(text).to_be_focused()
    other = look(join("Samira", "parent"), PHONE)
    dialog = open_check(other)
    expect(line(dialog, "Wat vakmensen goed kunnen")).to_have_count(1)
    expect(line(dialog, "038-4567890")).to_have_count(0)
    assert axe_finds(other) == []


def test_the_hint_on_a_card_comes_without_a_connection(look: Open, join: Join, host: Player) -> None:
    host.send("step.start", step="dis-2")
    phone = look(join("Samira", "parent"), PHONE)
    field = phone.locator(".composer__text")
    expect(field).to_be_visible()
    # The hint comes when the page is calm, before anybody needs it.
    phone.wait_for_function(
        "(file) => performance.getEntriesByType('resource').some((one) => one.name.endsWith(file))",
        arg=hint_file(),
    )
    phone.context.set_offline(True)
    field.fill("Bel mij op 06-12345678 of mijn zoon Daan.")
    hint = phone.get_by_role("group", name="Is dit privé?")
    expect(hint.get_by_role("listitem")).to_have_count(2)
    expect(field).to_be_focused()
    assert axe_finds(phone) == []
    hint.get_by_role("button", name="Laat de naam weg").click()
    expect(field).to_have_value("Bel mij op 06-12345678 of mijn kind.")
    expect(hint.get_by_role("listitem")).to_have_count(1)
    expect(field).to_be_focused()
    hint.get_by_role("button", name="Dit mag blijven").click()
    expect(hint).to_have_count(0)
    expect(field).to_be_focused()
    field.press("End")
    field.type(" Of 06-87654321.")
    expect(hint.get_by_role("listitem")).to_have_count(1)
    phone.locator("[data-do=share]").click()
    expect(phone.locator(".ask__shared")).to_contain_text("06-12345678")
    phone.context.set_offline(False)
