"""The clipboard in the editor: what is pasted is filtered, what is copied keeps the cards behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import Join, Open
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player
from tests.server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

pytestmark = needs_browser
IMPORTS = ROOT / "static/build/imports.json"
CLIPBOARDS = Path(__file__).with_name("clipboards")
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
EATING, PLAYING = "Wij eten samen.", "Wij spelen buiten."
PASTE = """(text, given) => {
  const clipboardData = new DataTransfer();
  for (const [kind, value] of Object.entries(given)) clipboardData.setData(kind, value);
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection: a card stands behind the first of two paragraphs."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="des-2")
    device.send("card.add", card="eating-card", board="des-2", column="statement", text=EATING, lang="nl")
    section = parts(device)[0]
    device.open(section)
    device.write(section, "eating", EATING)
    device.write(section, "playing", PLAYING)
    device.send("source.add", source="eating-source", section=section, paragraph="eating", card="eating-card")
    yield device
    device.leave()


def parts(device: Player) -> list[str]:
    return [one["id"] for one in sorted(device.state["sections"].values(), key=lambda one: one["rank"])]


@pytest.fixture
def page(look: Open, join: Join, host: Player) -> Page:
    """The vision, with somebody who writes."""
    page = look(join("Samira", "parent"), LAPTOP)
    page.goto(page.url.split("/c/")[0] + "/c/" + page.url.split("/c/")[1].split("/")[0] + "/vision")
    expect(text_of(page)).to_contain_text(PLAYING)
    return page


def text_of(page: Page, part: int = 0) -> Locator:
    return page.locator(".ProseMirror[role=textbox]").nth(part)


def to_the_end(page: Page, part: int = 0) -> None:
    text_of(page, part).click()
    page.wait_for_timeout(80)
    page.keyboard.press("Control+End")
    page.wait_for_timeout(80)


def choose(page: Page, words: str) -> None:
    """Select the words of a paragraph."""
    text_of(page).locator("p", has_text=words).click()
    page.wait_for_timeout(80)
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    page.wait_for_timeout(80)


def test_a_remark_of_word_does_not_come_along(page: Page) -> None:
    to_the_end(page)
    page.keyboard.press("Enter")
    html = (CLIPBOARDS / "word-remarks.html").read_text("utf-8")
    text_of(page).evaluate(PASTE, {"text/html": html, "text/plain": "Samen spelen"})
    expect(text_of(page).locator("h3")).to_have_text("Samen spelen")
    expect(text_of(page)).to_contain_text("Kom erbij.")
    expect(text_of(page)).not_to_contain_text("Fatima")
    expect(text_of(page)).not_to_contain_text("MV1")


def test_what_is_pasted_before_the_filter_is_there_waits_for_it(look: Open, join: Join, host: Player) -> None:
    page = look(join("Samira", "parent"), LAPTOP)
    held: list[Route] = []
    filter_file = json.loads(IMPORTS.read_text("utf-8"))["features/editor/pasting/clean.ts"][0]
    page.route(f"**/{filter_file}", lambda route: held.append(route))
    page.goto(page.url.split("/c/")[0] + "/c/" + page.url.split("/c/")[1].split("/")[0] + "/vision")
    expect(text_of(page)).to_contain_text(PLAYING)
    to_the_end(page)
    html = (CLIPBOARDS / "word-remarks.html").read_text("utf-8")
    text_of(page).evaluate(PASTE, {"text/html": html, "text/plain": "Samen spelen"})
    page.wait_for_timeout(300)
    assert held and "Kom erbij." not in text_of(page).inner_text()
    for route in held:
        route.continue_()
    expect(text_of(page)).to_contain_text("Kom erbij.")
    expect(text_of(page)).not_to_contain_text("Fatima")


def test_rows_of_a_plain_text_become_a_list(page: Page) -> None:
    to_the_end(page)
    page.keyboard.press("Enter")
    text_of(page).evaluate(PASTE, {"text/plain": "Mee:\n- soep\n- brood"})
    expect(text_of(page).locator("ul > li")).to_have_text(["soep", "brood"])


def test_a_word_of_plain_text_comes_into_the_sentence(page: Page) -> None:
    to_the_end(page)
    text_of(page).evaluate(PASTE, {"text/plain": " En bin\u00adnen\u200b."})
    expect(text_of(page).locator("p").last).to_have_text(f"{PLAYING} En binnen.")


def test_cutting_and_pasting_takes_the_cards_along(page: Page, host: Player) -> None:
    choose(page, EATING)
    page.keyboard.press("Control+x")
    to_the_end(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+v")
    expect(text_of(page).locator("p", has_text=EATING).locator(".source-mark")).to_have_text("1")
    expect(text_of(page).locator(".source-mark")).to_have_count(1)
    assert len(host.state["sources"]) == 1


def test_a_copy_has_the_cards_too(page: Page, host: Player) -> None:
    choose(page, EATING)
    page.keyboard.press("Control+c")
    to_the_end(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+v")
    copies = text_of(page).locator("p", has_text=EATING)
    expect(copies).to_have_count(2)
    expect(copies.locator(".source-mark")).to_have_text(["1", "1"])
    assert len(host.state["sources"]) == 1


def test_in_another_part_the_cards_come_along(page: Page, host: Player) -> None:
    choose(page, EATING)
    page.keyboard.press("Control+x")
    to_the_end(page, 1)
    page.keyboard.press("Control+v")
    expect(text_of(page, 1).locator("p", has_text=EATING).locator(".source-mark")).to_have_text("1")
    second = parts(host)[1]
    host.until(lambda me: any(one["section"] == second for one in me.state["sources"].values()))


def test_words_that_are_pasted_into_a_sentence_bring_their_cards(page: Page) -> None:
    choose(page, EATING)
    page.keyboard.press("Control+x")
    to_the_end(page)
    page.keyboard.type(" ")
    page.keyboard.press("Control+v")
    joined = text_of(page).locator("p", has_text=f"{PLAYING} {EATING}")
    expect(joined.locator(".source-mark")).to_have_text("1")


def test_a_word_of_a_paragraph_leaves_the_cards_where_they_are(page: Page, host: Player) -> None:
    text_of(page).locator("p", has_text=EATING).click()
    page.keyboard.press("Home")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.wait_for_timeout(80)
    page.keyboard.press("Control+c")
    to_the_end(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+v")
    expect(text_of(page).locator("p").last).to_have_text("Wij")
    expect(text_of(page).locator(".source-mark")).to_have_count(1)
    assert len(host.state["sources"]) == 1


def test_dragging_a_paragraph_takes_its_cards_along(page: Page, host: Player) -> None:
    to_the_end(page)
    page.keyboard.press("Enter")
    choose(page, EATING)
    words = text_of(page).locator("p", has_text=EATING).bounding_box()
    place = text_of(page).locator("p").last.bounding_box()
    assert words and place
    page.mouse.move(words["x"] + 40, words["y"] + words["height"] / 2)
    page.mouse.down()
    for step in (0.3, 0.6, 1.0):
        page.mouse.move(place["x"] + 5, words["y"] + step * (place["y"] + place["height"] / 2 - words["y"]))
        page.wait_for_timeout(80)
    page.mouse.up()
    expect(text_of(page).locator("p", has_text=EATING)).to_have_count(1)
    expect(text_of(page).locator("p").first).not_to_contain_text(EATING)
    expect(text_of(page).locator("p", has_text=EATING).locator(".source-mark")).to_have_text("1")
    assert len(host.state["sources"]) == 1
