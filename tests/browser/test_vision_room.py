"""The vision as a part of the room: one connection, the group, the address, the cards beside the text."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import act, expect, needs_browser, open_part, playwright_api
from tests.browser.conftest import DESKTOP, PHONE, Join, Open
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
PDF_TO_TEXT = shutil.which("pdftotext")
VISION, OTHER, WORDS = "dst-1", "dst-5", "Wij groeten elkaar"
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
LETTERS = """document.addEventListener("readystatechange", () => {
  document.documentElement.style.fontSize = "%dpx";
});"""
TOP = ("Wij eten samen", "Wij spelen buiten", "Wij zingen", "Wij lezen voor")


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection, to bring everyone to a step."""
    device = facilitator.device(community.id).connect()
    yield device
    device.leave()


@pytest.fixture
def counted(host: Player) -> Player:
    """Sentences with dots that were counted: four of the first, one of the last."""
    host.send("step.start", step="des-2")
    for n, text in enumerate(TOP):
        host.send("card.add", card=f"sentence-{n}", board="des-2", column="statement", text=text, lang="nl")
    host.send("step.start", step="des-4")
    host.send("dots.open", board="des-4", budget=10)
    for n in range(len(TOP)):
        for dot in range(len(TOP) - n):
            host.send("dot.place", dot=f"dot-number-{n}-{dot}", board="des-4", card=f"sentence-{n}")
    host.send("dots.close", board="des-4")
    return host


def vision_of(page: Page) -> None:
    """To the vision by its address."""
    page.goto(page.url.split("/c/")[0] + "/c/" + page.url.split("/c/")[1].split("/")[0] + "/vision")
    expect(page.locator(".vision")).to_be_visible()
    expect(page.locator(".section").first).to_be_visible()


def first_text(page: Page) -> Locator:
    return page.locator(".ProseMirror[role=textbox]").first


def type_in(page: Page, words: str) -> None:
    first_text(page).click()
    page.wait_for_timeout(80)
    page.keyboard.type(words)


def test_who_follows_the_group_comes_to_the_vision_and_leaves_it_with_the_group(
    look: Open, join: Join, host: Player
) -> None:
    page = look(join("Samira", "parent"))
    host.send("step.start", step=VISION)
    expect(page.locator(f"[data-shown-step={VISION}] .vision")).to_be_visible()
    host.send("step.start", step=OTHER)
    expect(page.locator(f"[data-shown-step={OTHER}]")).to_be_visible()
    expect(page.locator(".vision")).to_have_count(0)


def test_a_writer_is_not_taken_along_and_finds_the_way_back(look: Open, join: Join, host: Player) -> None:
    page = look(join("Samira", "parent"))
    host.send("step.start", step=VISION)
    expect(page.locator(".vision")).to_be_visible()
    type_in(page, WORDS)
    host.send("step.start", step=OTHER)
    back = page.locator(".back-to-group")
    expect(back).to_be_visible()
    page.wait_for_timeout(1_500)  # longer than the moment after which the others are taken along
    page.keyboard.type(" elke dag")
    expect(first_text(page)).to_contain_text(f"{WORDS} elke dag")
    back.click()
    expect(page.locator(f"[data-shown-step={OTHER}]")).to_be_visible()


def test_leaving_while_typing_loses_nothing_and_the_cursor_comes_back(
    look: Open, join: Join, host: Player
) -> None:
    sockets: list[str] = []
    page = look(join("Samira", "parent"))
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.reload()
    host.send("step.start", step=OTHER)
    expect(page.locator(f"[data-shown-step={OTHER}]")).to_be_visible()
    open_part(page, "more")
    page.get_by_role("link", name="Onze visie").first.click()
    expect(page.locator(".vision")).to_be_visible()
    type_in(page, WORDS)
    page.locator(".back-to-group").click()
    expect(page.locator(".vision")).to_have_count(0)
    page.wait_for_timeout(6_000)  # the text has been closed meanwhile
    open_part(page, "more")
    page.get_by_role("link", name="Onze visie").first.click()
    expect(first_text(page)).to_contain_text(WORDS)
    page.wait_for_timeout(300)
    first_text(page).evaluate("(text) => text.focus()")
    page.wait_for_timeout(80)
    page.keyboard.type(", altijd")
    expect(first_text(page)).to_contain_text(f"{WORDS}, altijd")
    assert len(sockets) == 1


def test_the_address_leads_there_and_the_browsers_buttons_go_back_and_forth(
    look: Open, join: Join, host: Player
) -> None:
    host.send("step.start", step=OTHER)
    page = look(join("Samira", "parent"))
    page.evaluate("globalThis.samePage = true")
    open_part(page, "more")
    page.get_by_role("link", name="Onze visie").first.click()
    expect(page.locator(".vision")).to_be_visible()
    assert page.url.endswith("/vision")
    page.go_back()
    expect(page.locator(f"[data-shown-step={OTHER}]")).to_be_visible()
    assert page.url.endswith(f"/c/{host.community}/")
    page.go_forward()
    expect(page.locator(".vision")).to_be_visible()
    page.locator(".back-to-group").click()
    expect(page.locator(f"[data-shown-step={OTHER}]")).to_be_visible()
    assert page.url.endswith(f"/c/{host.community}/")
    assert page.evaluate("globalThis.samePage")
    vision_of(page)
    expect(page.locator("[data-tool=vision]")).to_be_visible()
    expect(page.locator(".back-to-group")).to_be_visible()


def test_a_card_is_used_in_the_vision_without_loading_a_page(look: Open, join: Join, counted: Player) -> None:
    counted.send("step.start", step="des-2")
    page = look(join("Samira", "parent"), LAPTOP)
    page.evaluate("globalThis.samePage = true")
    act(page, TOP[1], "vision")
    brought = page.locator(".brought .card")
    expect(brought).to_contain_text(TOP[1])
    first_text(page).click()
    brought.get_by_role("button", name="Zet deze zin in de tekst").click()
    expect(first_text(page)).to_contain_text(TOP[1])
    expect(brought).to_have_count(0)
    assert "card=" not in page.url and page.evaluate("globalThis.samePage")


def test_the_cards_stand_beside_the_text_while_several_are_put_in(
    look: Open, join: Join, counted: Player
) -> None:
    page = look(join("Samira", "parent"), LAPTOP)
    vision_of(page)
    panel = page.get_by_role("complementary", name="Kaartjes")
    text = page.locator(".section__text").first
    assert (
        text.evaluate("(text) => text.clientWidth / parseFloat(getComputedStyle(document.body).fontSize)")
        >= 28
    )
    best = panel.locator(".card-group", has_text="Zinnen met de meeste stippen").last
    expect(best.locator(".card__text")).to_have_text([*TOP])
    panel.get_by_label("Zoek in de kaartjes").fill("wij")
    page.locator(".ProseMirror[role=textbox]").nth(1).click()
    for words in TOP[:2]:
        card = best.locator(".card", has_text=words)
        card.get_by_role("button", name="Zet deze zin in de tekst").click()
        expect(card).to_contain_text("in de tekst")
        expect(panel.get_by_label("Zoek in de kaartjes")).to_have_value("wij")
    expect(page.locator(".ProseMirror[role=textbox]").nth(1)).to_contain_text(TOP[1])


def test_an_empty_part_offers_the_sentences_with_most_dots(look: Open, join: Join, counted: Player) -> None:
    page = look(join("Samira", "parent"), PHONE)
    vision_of(page)
    page.get_by_role("button", name="Schrijven", exact=True).click()
    page.locator(".vision__parts > summary").click()
    page.get_by_role("navigation", name="Hoofdstukken", exact=True).get_by_role("button").nth(1).click()
    offers = page.locator(".offers:visible")
    expect(offers.locator("li")).to_have_count(3)
    offers.get_by_role("button", name=re.compile(f"Zet deze zin hier.*{TOP[0]}")).click()
    text = page.locator(".ProseMirror[role=textbox]")
    expect(text).to_have_count(1)
    expect(text).to_be_focused()
    expect(text.locator(".has-source")).to_contain_text(TOP[0])
    expect(offers).to_have_count(0)
    page.keyboard.type(" en drinken.")
    expect(text).to_contain_text(f"{TOP[0]} en drinken.")
    counted.until(lambda me: any(one["card"] == "sentence-0" for one in me.state["sources"].values()))


@pytest.mark.parametrize("kind", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_search_and_print_reach_every_part(
    look: Open, join: Join, host: Player, kind: dict[str, Any], tmp_path: Path
) -> None:
    sections = sorted(host.state["sections"].values(), key=lambda one: one["rank"])
    for n, section in enumerate(sections):
        host.open(section["id"])
        host.write(section["id"], f"first-{n}", f"Zin nummer {n} van ons.")
    page = look(join("Samira", "parent"), kind)
    vision_of(page)
    if kind is PHONE:
        page.get_by_role("button", name="Schrijven", exact=True).click()
    for n in range(len(sections)):
        expect(page.locator(".section__text", has_text=f"Zin nummer {n} van ons.")).to_have_count(1)
    assert page.locator(".section [data-still]").count() > 0
    host.write(sections[-1]["id"], "late", "Dit kwam later.")
    expect(page.locator(".section__text").last).to_contain_text("Dit kwam later.")
    if PDF_TO_TEXT:
        page.pdf(path=tmp_path / "vision.pdf")
        words = subprocess.run([PDF_TO_TEXT, tmp_path / "vision.pdf", "-"], capture_output=True, text=True)
        first = words.stdout.split("\f")[0]
        assert "Zin nummer 0 van ons." in first and "Dit kwam later." in words.stdout
    page.emulate_media(media="print")
    printed = page.locator("main").inner_text()
    for n, section in enumerate(sections):
        assert section["heading"] in printed and f"Zin nummer {n} van ons." in printed
    expect(page.locator("main :is(button, nav, aside, input)").locator("visible=true")).to_have_count(0)


def test_a_board_is_printed_with_its_cards_and_without_what_one_presses(
    look: Open, join: Join, counted: Player
) -> None:
    counted.send("step.start", step="des-2")
    page = look(join("Samira", "parent"), DESKTOP)
    expect(page.locator(".card__text")).to_have_count(len(TOP))
    page.emulate_media(media="print")
    for words in TOP:
        expect(page.locator(".card__text", has_text=words)).to_be_visible()
    for away in ("button", "nav", "textarea", "body > header", "body > footer"):
        expect(page.locator(away).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("letters", [100, 200])
@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844), (1280, 800)])
@pytest.mark.parametrize("mode", ["Lezen", "Schrijven"])
def test_the_first_line_is_in_view_under_a_bar_and_above_another(
    look: Open, join: Join, host: Player, width: int, height: int, letters: int, mode: str
) -> None:
    section = min(host.state["sections"].values(), key=lambda one: one["rank"])["id"]
    host.open(section)
    host.write(section, "first", "Wij voeden niet alleen op.")
    host.send("community.edit", title="Samen groot in de Lindebuurt")
    page = look(join("Samira", "parent"), {"viewport": {"width": width, "height": height}})
    page.add_init_script(LETTERS % (17 * letters // 100))
    vision_of(page)
    button = page.get_by_role("button", name=mode, exact=True)
    if button.count():  # on a small screen there is one button: to the other mode
        button.click()
    page.wait_for_timeout(200)
    top = page.locator(".vision").evaluate("(vision) => vision.getBoundingClientRect().top")
    line = page.locator(".section__text p").first.evaluate(
        """(text) => { const range = document.createRange(); range.selectNodeContents(text);
                       return range.getClientRects()[0].bottom; }"""
    )
    assert line - top <= height - 2 * 56
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_with_the_keyboard_open_the_line_and_the_tools_stay_in_view(
    look: Open, join: Join, host: Player
) -> None:
    page = look(join("Samira", "parent"), PHONE)
    vision_of(page)
    page.get_by_role("button", name="Schrijven", exact=True).click()
    type_in(page, "Eerste")
    for _ in range(20):
        page.keyboard.press("Enter")
        page.keyboard.type("Nog een regel.")
    page.set_viewport_size({"width": 390, "height": 420})
    page.wait_for_timeout(200)
    page.keyboard.type(" Nu.")
    page.wait_for_timeout(200)
    caret = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    tools = page.locator(".vision__bar").evaluate("(bar) => bar.getBoundingClientRect().toJSON()")
    assert tools["top"] >= 0 and tools["bottom"] < caret <= 420


def test_the_way_to_the_vision_is_open_before_the_group_has_been_there(
    look: Open, join: Join, host: Player
) -> None:
    page = look(join("Samira", "parent"))
    vision_of(page)
    expect(page.locator("[data-tool=vision]")).to_be_visible()
    page.get_by_role("button", name="Lezen", exact=True).click()
    with pytest.raises(playwright_api.Error):
        first_text(page).click(timeout=500)
