"""Plain words in real browsers: marks while writing, with their reason; people decide what happens."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import at, go_to
from tests.browser.conftest import CHROMIUM, DESKTOP, PHONE, Join, Open, OpenScreen, axe_finds
from tests.scenario.pages import Facilitator
from tests.server import ROOT, Server

if TYPE_CHECKING:
    from playwright.sync_api import Expect, Locator, Page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed"),
    pytest.mark.skipif(
        not (ROOT / "static/build/manifest.json").exists(), reason="the front end is not built"
    ),
]
expect: Expect = playwright_api.expect
ENGLISH = {"locale": "en-GB"}
DREAM = "Onze droom"
ALBUM = os.environ.get("MINIDORP_ALBUM")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("language")) as running:
        yield running


def visit(page: Page, server: Server) -> Page:
    """As a fresh visitor to the vision of the demo."""
    while "/c/" not in page.url:
        page.goto(f"{server.url}/demo")
        page.wait_for_timeout(100)
    page.goto(re.sub(r"(/c/[^/]+)/.*", r"\1/vision", page.url))
    expect(page.locator("[data-saved=saved]")).to_be_attached()
    return page


def text_of(page: Page) -> Locator:
    title = page.get_by_role("heading", name=DREAM, exact=True)
    return page.locator("section.section", has=title).locator(".ProseMirror")


def write(page: Page, words: str) -> None:
    """A new paragraph at the end of the dream."""
    text = text_of(page)
    text.scroll_into_view_if_needed()
    text.evaluate(
        "(root) => { root.focus(); getSelection().selectAllChildren(root.lastElementChild); "
        "getSelection().collapseToEnd(); }"
    )
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def to_dream_on_a_phone(page: Page) -> None:
    page.get_by_role("button", name="Write", exact=True).click()
    page.locator(".vision__parts > summary").click()
    page.get_by_role("navigation", name="Parts of the text").get_by_role("button", name=DREAM).click()
    expect(page.get_by_role("heading", name=DREAM, exact=True)).to_be_focused()


def open_plain_words(page: Page) -> None:
    """The list of what may be hard to read; on a phone it is in the menu."""
    more = page.get_by_role("button", name="More about the text")
    if more.is_visible():
        more.click()
        page.get_by_role("menuitem", name="Plain words").click()
    else:
        page.get_by_role("button", name=re.compile("^Plain words")).click()


def mark(page: Page, words: str) -> Locator:
    return text_of(page).locator(".hard", has_text=re.compile(f"^{words}$"))


def picture(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=str(Path(ALBUM) / f"{name}.png"))


def test_a_proposal_replaces_the_words_only_when_it_is_pressed(demo: Server, open_screen: OpenScreen) -> None:
    page = visit(open_screen({**DESKTOP, **ENGLISH}), demo)
    write(page, "Ouders gaan hier participeren.")
    found = mark(page, "participeren")
    expect(found).to_be_visible()
    found.click()
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("formal")
    expect(text_of(page)).to_contain_text("Ouders gaan hier participeren.")
    picture(page, "language-card-1280")
    card.get_by_role("button", name="meedoen").click()
    expect(text_of(page)).to_contain_text("Ouders gaan hier meedoen.")
    expect(card).to_have_count(0)
    expect(text_of(page)).to_be_focused()


def test_what_is_fine_here_is_marked_for_nobody_until_somebody_wants_it_again(
    demo: Server, open_screen: OpenScreen
) -> None:
    page = visit(open_screen({**DESKTOP, **ENGLISH}), demo)
    other = visit(open_screen({**PHONE, **ENGLISH}), demo)
    to_dream_on_a_phone(other)
    write(page, "Wij zijn ook voorstander van implementatie.")
    expect(mark(page, "implementatie")).to_be_visible(timeout=15_000)
    expect(mark(other, "implementatie")).to_be_visible()
    mark(page, "implementatie").click()
    page.get_by_role("button", name="This is fine here").click()
    expect(mark(page, "implementatie")).to_have_count(0)
    expect(mark(other, "implementatie")).to_have_count(0)
    page.keyboard.press("End")  # out of the word: a cursor in it would cut the line in two
    open_plain_words(other)
    panel = other.get_by_role("dialog")
    panel.get_by_text("One wording is fine here").click()
    panel.get_by_role("button", name="Mark it again").click()
    panel.get_by_role("button", name="Close").click()
    expect(mark(other, "implementatie")).to_be_visible()
    expect(mark(page, "implementatie")).to_be_visible(timeout=15_000)


def test_by_keyboard_alone_a_hard_word_goes_to_the_word_exchange(
    demo: Server, open_screen: OpenScreen
) -> None:
    page = visit(open_screen({**DESKTOP, **ENGLISH}), demo)
    write(page, "Het gaat om hechting")
    expect(mark(page, "hechting")).to_be_visible(timeout=15_000)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Alt+Enter")
    card = page.get_by_role("dialog")
    expect(card.get_by_role("button", name="Close")).to_be_focused()
    expect(card).to_contain_text("professionals")
    page.keyboard.press("Escape")
    expect(text_of(page)).to_be_focused()
    # In one go, sooner than a person: what closed must not close what opens again.
    page.keyboard.press("Alt+Enter")
    for _ in range(5):
        page.keyboard.press("Escape")
        page.keyboard.press("Alt+Enter")
    ask = card.get_by_role("button", name="Ask what it means")
    ask.focus()
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Everybody then sees")
    expect(card.get_by_role("button", name="Ask", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="hechting")).to_be_visible()
    expect(card).to_contain_text("It is in the word exchange")


def test_the_list_leads_to_the_place_and_can_be_put_off(demo: Server, open_screen: OpenScreen) -> None:
    page = visit(open_screen({**DESKTOP, **ENGLISH}), demo)
    write(page, "Er is draagvlak en urgentie bij stakeholders.")
    expect(mark(page, "draagvlak")).to_be_visible(timeout=15_000)
    button = page.get_by_role("button", name=re.compile("^Plain words .*hard to read"))
    button.click()
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("img", name=re.compile(r"^\d+ sentences: \d+ easy"))).to_be_visible()
    walk = panel.get_by_role("slider")
    walk.focus()
    page.keyboard.press("End")
    expect(walk).to_have_attribute("aria-valuetext", re.compile("read|middle"))
    picture(page, "language-panel-1280")
    panel.get_by_role("button", name=re.compile("draagvlak")).click()
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("draagvlak")
    expect(card.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("getSelection().toString()") == "draagvlak"
    page.get_by_role("button", name=re.compile("^Plain words")).click()
    page.get_by_role("checkbox", name="Show me what may be hard").uncheck()
    expect(page.locator(".hard")).to_have_count(0)
    page.reload()
    expect(text_of(page)).to_contain_text("draagvlak")
    page.wait_for_timeout(900)
    expect(page.locator(".hard")).to_have_count(0)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["1280", "390"])
def test_axe_finds_nothing(
    demo: Server, open_screen: OpenScreen, screen: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    page = visit(open_screen({**screen, **ENGLISH}), demo)
    if screen is PHONE:
        to_dream_on_a_phone(page)
    write(page, "De doelgroep krijgt een interventie.")
    # The other screen's sentence may stand there too.
    found = mark(page, "interventie").first
    expect(found).to_be_visible()
    found.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    picture(page, f"language-card-axe-{name}")
    assert axe_finds(page) == []
    page.keyboard.press("Escape")
    open_plain_words(page)
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    page.wait_for_timeout(900)
    picture(page, f"language-panel-axe-{name}")
    assert axe_finds(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]


def test_a_sentence_of_the_design_gets_tips_that_unfold(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "des-2")
    at(phone, "des-2")
    area = phone.locator(".composer__text").first
    area.focus()
    area.fill("In onze wijk participeren ouders.")
    tips = phone.locator(".tips")
    tips.locator("summary").click()
    expect(tips).to_contain_text("participeren")
    picture(phone, "language-tips-390")
    assert [one for one in axe_finds(phone) if "tips" in one or "mark" in one] == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    # The whole new sentence is read before it is taken: the verb stands apart in it.
    expect(tips.locator(".mark__change")).to_contain_text("In onze wijk doen ouders mee.")
    tips.locator("button", has_text="doen ouders mee").click()
    expect(area).to_have_value("In onze wijk doen ouders mee.")
