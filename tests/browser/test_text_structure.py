"""Lists, headings and directions look the same where somebody writes, where somebody reads, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import Join, Open
from tests.browser.test_clipboard import PASTE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
LAST = "Dit spreken we af"
HTML = """
<h4>Eerst</h4><h5>Dan</h5>
<ul><li>een<ol><li>eerst A<ol><li>klein<ol><li>kleiner</li></ol></li></ol></li><li>eerst B</li></ol></li>
<li>twee<ul><li>streep</li></ul><ol><li>dan A</li></ol></li><li>مرحبا بكم</li></ul>
<p>Wij spelen.</p><p>أهلا وسهلا Bram!</p><blockquote><p>שלום</p></blockquote>
"""
LOOKS = """(text) => {
  const own = (one) => [...one.childNodes].find((child) => child.nodeName === "P").textContent.trim();
  const edge = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const [words, box] = [range.getBoundingClientRect(), text.getBoundingClientRect()];
    return words.left - box.left < box.right - words.right ? "left" : "right";
  };
  const numbers = [...text.querySelectorAll("li")];
  const level = (one) => one.localName + one.getAttribute("aria-level");
  return {
    headings: [...text.querySelectorAll("h3, h4")].map(level),
    sizes: [...text.querySelectorAll("h3, h4")].map((one) => parseFloat(getComputedStyle(one).fontSize)),
    signs: Object.fromEntries(numbers.map((one) => [own(one), getComputedStyle(one).listStyleType.trim()])),
    sides: Object.fromEntries(numbers.map((one) => [own(one), getComputedStyle(one).direction])),
    edges: [...text.querySelectorAll(":scope > p, blockquote > p")].map(edge),
  };
}"""


@pytest.fixture
def page(look: Open, join: Join) -> Page:
    """The vision, with a text in its last part."""
    page = look(join("Samira", "parent"), LAPTOP)
    page.goto(page.url.split("/c/")[0] + "/c/" + page.url.split("/c/")[1].split("/")[0] + "/vision")
    expect(last_text(page)).to_be_attached()
    last_text(page).scroll_into_view_if_needed()
    text = last_text(page)
    expect(text).to_have_attribute("role", "textbox")
    text.click()
    page.wait_for_timeout(80)
    text.evaluate(PASTE, {"text/html": HTML, "text/plain": "Eerst"})
    expect(text).to_contain_text("שלום")
    return page


def last_text(page: Page) -> Locator:
    last = page.get_by_role("heading", name=LAST, exact=True)
    return page.locator("section.section", has=last).locator(".section__text")


def looks_right(text: Locator) -> None:
    looks = text.evaluate(LOOKS)
    assert [one[2:] for one in looks["headings"]] == ["3", "4"]
    assert looks["sizes"][0] > looks["sizes"][1]
    signs = {name: sign.strip('" ') for name, sign in looks["signs"].items()}
    assert signs == {
        "een": "•", "eerst A": "decimal", "klein": "lower-alpha", "kleiner": "lower-roman",
        "eerst B": "decimal", "twee": "•", "streep": "–", "dan A": "decimal", "مرحبا بكم": "•",
    }  # fmt: skip
    assert {name for name, side in looks["sides"].items() if side == "rtl"} == {"مرحبا بكم"}
    assert looks["edges"] == ["left", "right", "right"]


def test_where_somebody_writes(page: Page) -> None:
    looks_right(last_text(page))


def test_where_it_is_only_drawn(page: Page) -> None:
    first = page.locator("section.section .section__text").first
    first.scroll_into_view_if_needed()
    expect(first).to_have_attribute("role", "textbox")
    first.click()
    first.evaluate(PASTE, {"text/plain": "Een lange tekst.\n" * 80})
    expect(last_text(page)).to_have_attribute("data-still", "true")
    expect(last_text(page)).to_contain_text("שלום")
    looks_right(last_text(page))


def test_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    looks_right(last_text(page))


def test_a_heading_that_lost_the_one_above_it_takes_its_place(page: Page) -> None:
    last_text(page).locator("h3").click(click_count=3)
    page.keyboard.press("Control+Alt+2")
    expect(last_text(page).locator("h3")).to_have_count(0)
    expect(last_text(page).locator("h4")).to_have_attribute("aria-level", "3")
