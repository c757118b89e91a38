"""Settled words in the text: pressed for a parent's own words, counted, replaced everywhere, taken back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import at, expect, needs_browser
from tests.browser.board import write as write_card
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
ALBUM = os.environ.get("MINIDORP_ALBUM")


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="dst-1")
    yield device
    device.leave()


def picture(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=str(Path(ALBUM) / f"{name}.png"))


def sections(host: Player) -> list[str]:
    return [str(one["id"]) for one in sorted(host.state["sections"].values(), key=lambda one: one["rank"])]


def write(host: Player, section: str, *paragraphs: str) -> None:
    host.open(section)
    for n, words in enumerate(paragraphs):
        host.write(section, f"paragraph-{n}-{len(words)}", words)


def settle(join: Join, community: Made, word: str, own_words: str, plain: str, host: Player) -> None:
    """A professional explains the word, a parent says it in own words and confirms."""
    devices = {
        role: join(f"Woord {role}", role).device(community.id).connect()
        for role in ("parent", "professional")
    }
    term = f"term-{word[:12].replace(' ', '-')}"
    host.send("term.ask", term=term, word=word)
    devices["professional"].send("term.explain", term=term, text="Dat mensen zelf meedenken en meedoen.")
    devices["parent"].send("term.say", term=term, own_words=own_words, plain=plain)
    devices["parent"].send("term.settle", term=term)
    for device in devices.values():
        device.leave()


def word(page: Page, words: str) -> Locator:
    return page.locator(".settled-word", has_text=re.compile(f"^{words}$"))


def spoken(words: str) -> re.Pattern[str]:
    """The words, whoever has a cursor with a name in them."""
    return re.compile(r"(?:\u2060\w+\u2060)?".join(re.escape(sign) for sign in words))


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def open_words(page: Page) -> Locator:
    button = page.get_by_role("button", name="Onze woorden", exact=True)
    if not button.is_visible():
        page.get_by_role("button", name="Meer over de tekst").click()
        button = page.get_by_role("menuitem", name="Onze woorden")
    button.click()
    dialog = page.get_by_role("dialog", name="Onze woorden")
    expect(dialog).to_be_visible()
    return dialog


def test_a_settled_word_is_pressed_in_any_form_and_says_what_a_parent_says(
    look: Open, join: Join, host: Player, community: Made
) -> None:
    first, *_, last = sections(host)
    write(host, first, "Een laagdrempelige plek is fijn.", "Wij zijn laagdrempelig.")
    write(host, last, "Ook hier is het laagdrempelig.")
    settle(join, community, "laagdrempelig", "Dat je zo naar binnen durft.", "makkelijk", host)
    page = look(join("Samira", "parent"), PHONE)
    found = word(page, "laagdrempelige")
    expect(found).to_have_role("button")
    expect(page.locator(".settled-word")).to_have_count(3)
    assert found.bounding_box()["height"] >= 40  # type: ignore[index]
    found.click()
    expect(card(page)).to_contain_text("Dat je zo naar binnen durft.")
    expect(card(page)).to_contain_text("makkelijk")
    expect(card(page).get_by_role("status")).to_have_text("Staat nog 3 keer in onze tekst.")
    picture(page, "word-card-390")
    assert axe_finds(page, ".term-card") == []
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(found).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("button", name="Sluiten")).to_be_focused()
    page.keyboard.press("Escape")
    far = word(page, "laagdrempelig").last
    far.scroll_into_view_if_needed()
    # A part that comes near the screen is drawn by the editor from then on.
    expect(page.locator(".section").last.locator(".ProseMirror")).to_be_visible()
    far.press("Enter")
    expect(card(page)).to_contain_text("Dat je zo naar binnen durft.")


def test_the_count_falls_as_another_writer_changes_a_word(
    look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    first = sections(host)[0]
    write(host, first, "Wij willen participatie.", "Participatie helpt.")
    settle(join, community, "participatie", "Gewoon samen doen.", "meedoen", host)
    reader = look(join("Samira", "parent"), PHONE)
    writer = look(facilitator, DESKTOP)
    word(reader, "participatie").click()
    still = card(reader).get_by_role("status")
    expect(still).to_have_text("Staat nog 2 keer in onze tekst.")
    word(writer, "Participatie").dblclick()
    writer.keyboard.press("Escape")
    writer.keyboard.type("Meedoen")
    expect(writer.locator(".ProseMirror").first).to_contain_text("Meedoen helpt.")
    expect(still).to_have_text("Staat nog één keer in onze tekst.")


def test_our_own_words_are_the_first_proposal_while_writing(
    look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    write(host, sections(host)[0], "De participatie van ouders telt.")
    settle(join, community, "participatie", "Gewoon samen doen.", "meedoen", host)
    page = look(facilitator, DESKTOP)
    word(page, "participatie").click()
    expect(card(page)).to_contain_text("Het meedoen van ouders telt.")
    picture(page, "word-card-1280")
    card(page).get_by_role("button", name="Schrijf liever").click()
    expect(page.locator(".ProseMirror").first).to_contain_text("Het meedoen van ouders telt.")


def test_replacing_everywhere_is_reviewed_and_one_act_that_ctrl_z_takes_back(
    look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    first, *_, last = sections(host)
    write(host, first, "De participatie van ouders telt.", "Participatie is fijn.")
    write(host, last, "Wij willen participatie.", "Onze participatie, die groeit, telt.")
    settle(join, community, "participatie", "Gewoon samen doen.", "meedoen", host)
    page = look(facilitator, DESKTOP)
    other = look(join("Samira", "parent"), PHONE)
    word(page, "participatie").first.click()
    card(page).get_by_role("button", name="Vervang het overal").click()
    review = page.get_by_role("dialog", name="Vervang “participatie” overal")
    chosen = review.get_by_role("checkbox")
    expect(chosen).to_have_count(3)
    expect(review).to_contain_text("Het meedoen van ouders telt.")
    expect(review.get_by_role("heading", name="Schrijf deze zin zelf opnieuw")).to_be_visible()
    picture(page, "word-replace-1280")
    assert axe_finds(page, "dialog") == []
    chosen.nth(1).uncheck()
    review.get_by_role("button", name="Verander 2 zinnen").click()
    for who in (page, other):
        expect(who.locator(".section").first).to_contain_text(spoken("Het meedoen van ouders telt."))
        expect(who.locator(".section").first).to_contain_text(spoken("Participatie is fijn."))
        expect(who.locator(".section").last).to_contain_text(spoken("Wij willen meedoen."))
    page.locator(".ProseMirror").first.focus()
    page.keyboard.press("Control+z")
    for who in (page, other):
        expect(who.locator(".section").first).to_contain_text(spoken("De participatie van ouders telt."))
        expect(who.locator(".section").last).to_contain_text(spoken("Wij willen participatie."))
    open_words(page).get_by_role("button", name="Vervang…").click()
    review.get_by_role("button", name="Verander 3 zinnen").click()
    expect(page.locator(".section").last).to_contain_text(spoken("Wij willen meedoen."))
    page.get_by_role("toolbar").get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator(".section").last).to_contain_text(spoken("Wij willen participatie."))
    expect(page.locator(".section").first).to_contain_text(spoken("De participatie van ouders telt."))


def test_words_on_a_phone_with_what_is_open_and_a_hard_word_tapped_in_the_text(
    look: Open, join: Join, host: Player, community: Made
) -> None:
    write(host, sections(host)[0], "Wij werken outreachend in de wijk.", "Wij willen participatie.")
    settle(join, community, "participatie", "Gewoon samen doen.", "meedoen", host)
    host.send("term.ask", term="term-open-1", word="borging")
    page = look(join("Samira", "parent"), PHONE)
    dialog = open_words(page)
    expect(dialog).to_contain_text("Eén woord is nog niet afgesproken")
    expect(dialog).to_contain_text("borging")
    expect(dialog.locator(".our-words__still")).to_have_text("Staat nog één keer in onze tekst.")
    dialog.get_by_text("Tik een moeilijk woord aan").click()
    dialog.get_by_role("button", name="Wij werken outreachend in de wijk.").click()
    dialog.get_by_role("button", name="outreachend", exact=True).click()
    picture(page, "word-tap-390")
    dialog.get_by_role("button", name="Vraag wat “outreachend” betekent").click()
    expect(dialog).to_contain_text("2 woorden zijn nog niet afgesproken")
    assert axe_finds(page, "dialog") == []
    width = page.evaluate(
        "document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth"
    )
    assert width == 0
    picture(page, "word-list-390")


def test_a_hard_word_is_tapped_in_a_statement(look: Open, join: Join, host: Player, community: Made) -> None:
    host.send("step.start", step="des-2")
    page = look(join("Samira", "parent"), DESKTOP)
    at(page, "des-2")
    made = page.locator(".card", has_text="preventief")
    write_card(page, "Wij werken preventief.")
    made.locator("[data-card-menu]").click()
    page.get_by_role("menuitem", name="Tik een moeilijk woord aan").click()
    dialog = page.get_by_role("dialog", name="Tik een moeilijk woord aan")
    dialog.get_by_role("button", name="preventief.").click()
    dialog.get_by_role("button", name="Vraag wat “preventief” betekent").click()
    host.until(lambda one: any(term["word"] == "preventief" for term in one.state["terms"].values()))
    assert axe_finds(page, "dialog[open]") == []


def test_words_that_are_not_settled_are_listed_before_agreeing(
    look: Open, host: Player, facilitator: Facilitator
) -> None:
    host.send("term.ask", term="term-open-1", word="borging")
    host.send("step.start", step="dst-2")
    page = look(facilitator, DESKTOP)
    page.locator("[data-act=open-consent]").click()
    expect(page.get_by_role("dialog")).to_contain_text("Eén woord is nog niet afgesproken")
    expect(page.get_by_role("dialog")).to_contain_text("borging")
    page.locator(".dialog__actions .button--primary").click()
    page.locator("[data-answer=agree]").click()
    page.locator(".sheet form .button--primary").click()
    page.locator("[data-act=adopt]").click()
    expect(page.get_by_role("dialog")).to_contain_text("borging")
