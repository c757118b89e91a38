"""Dragging cards: it starts at once, and a line shows where the card will land."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.board import act, card, expect, go_to, needs_browser, texts, write
from tests.browser.conftest import SETTLED, Open
from tests.scenario.pages import Facilitator

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

pytestmark = needs_browser

LINE = """(card) => {
  const box = card.getBoundingClientRect(), line = getComputedStyle(card, "::after");
  return { shown: line.content !== "none", block: line.blockSize, inline: line.inlineSize,
           end: card.classList.contains("is-drop-after"), left: line.left, width: box.width };
}"""


def middle(one: Locator) -> tuple[float, float]:
    """The middle of something on the screen."""
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def hold(page: Page, one: Locator, over: Locator, dx: float = 0, dy: float = 0) -> None:
    """Take something and bring it over something else, this far from its middle, without letting go."""
    over.scroll_into_view_if_needed()
    page.mouse.move(*middle(one))
    page.mouse.down()
    x, y = middle(over)
    page.mouse.move(x + dx, y + dy + 3, steps=4)
    page.mouse.move(x + dx, y + dy, steps=4)


def selected(page: Page) -> str:
    return str(page.evaluate("() => String(getSelection())"))


def two_columns(page: Page) -> None:
    go_to(page, "def-2")
    for text in ("een", "twee", "drie"):
        write(page, text)
        expect(card(page, text)).to_be_visible()
    expect(page.locator(".card.is-pending")).to_have_count(0)


def test_a_line_shows_between_which_cards_it_lands(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    two_columns(page)
    hold(page, card(page, "drie"), card(page, "een"), dy=-10)
    expect(card(page, "een")).to_have_class(re.compile("is-drop-before"))
    page.evaluate(SETTLED)
    assert card(page, "een").evaluate(LINE)["block"] == "4px"
    assert selected(page) == ""
    page.mouse.up()
    expect(page.locator(".board .card__text").first).to_have_text("drie")
    assert texts(page) == ["drie", "een", "twee"]
    expect(page.locator(".is-drop-before, .is-drop-after")).to_have_count(0)


def test_an_empty_column_shows_a_place_and_takes_the_card(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    two_columns(page)
    column = page.locator("[data-column=more]")
    hold(page, card(page, "een"), column.locator("h2"))
    expect(column.locator(".column__cards.is-drop-after")).to_be_visible()
    page.mouse.up()
    expect(column.locator(".card")).to_have_text(re.compile("een"))
    expect(page.locator(".is-drop-after")).to_have_count(0)


def test_side_by_side_the_line_stands_up_in_both_directions_of_reading(
    facilitator: Facilitator, look: Open
) -> None:
    page = look(facilitator)
    go_to(page, "dis-2")
    for text in ("een", "twee"):
        write(page, text)
        expect(card(page, text)).to_be_visible()
    expect(page.locator(".card.is-pending")).to_have_count(0)
    for direction in ("ltr", "rtl"):
        page.evaluate("(way) => document.documentElement.dir = way", direction)
        first, last = texts(page)
        width = card(page, first).evaluate(LINE)["width"]
        hold(page, card(page, last), card(page, first), dx=-width / 4 if direction == "ltr" else width / 4)
        expect(card(page, first)).to_have_class(re.compile("is-drop-beside"))
        page.evaluate(SETTLED)
        line = card(page, first).evaluate(LINE)
        assert line["shown"] and line["inline"] == "4px"
        assert (float(line["left"].removesuffix("px")) < 0) == (direction == "ltr")
        page.mouse.up()
        expect(page.locator(".board .card__text").first).to_have_text(last)


def test_a_drag_before_the_program_is_there_selects_no_words(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    two_columns(page)
    held: list[Route] = []

    def slow(route: Route) -> None:
        # A word that only the library of the drags has.
        held.append(route) if "onDropTargetChange" in route.fetch().text() else route.continue_()

    page.route("**/chunk-*.js", slow)
    page.reload()
    words = card(page, "een").locator(".card__text")
    expect(words).to_be_visible()
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 40, steps=5)
    assert selected(page) == ""
    page.mouse.up()
    assert held
    assert card(page, "een").get_attribute("draggable") is None
    for route in held:
        route.continue_()
    expect(card(page, "een")).to_have_attribute("draggable", "true")


def test_words_of_a_card_that_is_dragged_can_be_copied(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    two_columns(page)
    act(page, "twee", "copy")
    expect(page.locator(".toast")).to_contain_text("Gekopieerd")
    assert page.evaluate("() => navigator.clipboard.readText()") == "twee"
