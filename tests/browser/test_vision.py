"""The vision in real browsers: two people in one sentence, a lost connection, cards behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.server import ROOT, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Expect, Locator, Page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
BUILT = ROOT / "static/build/manifest.json"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed"),
    pytest.mark.skipif(not BUILT.exists(), reason="the front end is not built"),
]

expect: Expect = playwright_api.expect
DREAM = "Onze droom"


class Open(Protocol):
    """Opens the demo's vision as a fresh visitor."""

    def __call__(self, server: Server, width: int = 1440, height: int = 900) -> Page: ...


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "server") as running:
        yield running


@pytest.fixture
def open_vision(chromium: Browser) -> Iterator[Open]:
    """Opens the demo's vision as a fresh visitor; fails the test on any error in the page."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_page(server: Server, width: int = 1440, height: int = 900) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        while "/c/" not in page.url:  # the first start makes the demo while it serves already
            page.goto(f"{server.url}/demo")
            page.wait_for_timeout(100)
        page.goto(re.sub(r"(/c/[^/]+)/.*", r"\1/vision", page.url))
        expect(page.locator("[data-saved=saved]")).to_be_attached()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def text_of(page: Page, heading: str = DREAM) -> Locator:
    title = page.get_by_role("heading", name=heading, exact=True)
    return page.locator("section.section", has=title).locator(".ProseMirror")


def words_of(page: Page) -> str:
    """The section's own words, without cursors and marks."""
    return str(
        text_of(page).evaluate(
            """(root) => {
            const copy = root.cloneNode(true);
            copy.querySelectorAll(".ProseMirror-widget").forEach((widget) => widget.remove());
            return copy.textContent.replaceAll("\u2060", "");
        }"""
        )
    )


def wait_for_words(page: Page, words: str) -> None:
    for _ in range(100):
        if words in words_of(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError(words_of(page))


def go_to(page: Page, heading: str) -> None:
    """On a phone: to this part, by the list of parts."""
    page.locator(".vision__parts > summary").click()
    page.get_by_role("navigation", name="Parts of the text").get_by_role("button", name=heading).click()
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_focused()


def put_cursor(page: Page, words: str, heading: str = DREAM) -> None:
    """Put the cursor right after these words of the section's first paragraph."""
    text = text_of(page, heading)
    expect(text).to_contain_text(words)
    text.scroll_into_view_if_needed()
    text.evaluate(
        """(root, words) => {
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                root.focus();
                getSelection().collapse(node, at + words.length);
                return;
            }
        }""",
        words,
    )
    page.wait_for_timeout(60)


def saved(page: Page) -> None:
    page.wait_for_timeout(400)
    expect(page.locator("[data-saved=saved]")).to_be_attached()


def test_two_in_one_sentence_both_keep_their_words(server: Server, open_vision: Open) -> None:
    one, two = open_vision(server), open_vision(server, width=390, height=844)
    two.get_by_role("button", name="Write").click()
    go_to(two, DREAM)
    put_cursor(one, "Wij kennen elkaar")
    put_cursor(two, "groeten elkaar op straat")
    for left, right in zip(" heel goed", " en ook binnen", strict=False):
        one.keyboard.type(left)
        two.keyboard.type(right)
    two.keyboard.type("nnen")
    for page in (one, two):
        wait_for_words(page, "Wij kennen elkaar heel goed en groeten elkaar op straat en ook binnen.")
        saved(page)
    assert words_of(one) == words_of(two)


def test_the_other_ones_cursor_has_a_name(server: Server, open_vision: Open) -> None:
    one, two = open_vision(server), open_vision(server)
    put_cursor(one, "Iedereen hoort erbij")
    put_cursor(two, "Wij kennen elkaar")
    two.keyboard.press("ArrowRight")
    expect(one.locator(".ProseMirror-yjs-cursor > div")).to_be_visible()
    assert one.locator(".ProseMirror-yjs-cursor > div").inner_text() != ""
    two.get_by_role("link", name="Download Word").focus()
    expect(one.locator(".ProseMirror-yjs-cursor")).to_have_count(0)


def test_undo_takes_back_only_ones_own_words(server: Server, open_vision: Open) -> None:
    one, two = open_vision(server), open_vision(server)
    put_cursor(one, "Wie nieuw is")
    one.keyboard.type(" EEN")
    put_cursor(two, "Iedereen hoort erbij")
    two.keyboard.type(" TWEE")
    expect(text_of(one)).to_contain_text("TWEE")
    one.keyboard.press("Control+z")
    expect(text_of(one)).not_to_contain_text("EEN,")
    expect(text_of(two)).not_to_contain_text("EEN,")
    expect(text_of(one)).to_contain_text("TWEE")
    one.get_by_role("button", name="Redo").click()
    expect(text_of(two)).to_contain_text("EEN")


def test_what_is_written_without_connection_is_kept_through_a_reload(
    own_server: Server, open_vision: Open
) -> None:
    one = open_vision(own_server)
    put_cursor(one, "Iedereen hoort erbij")
    own_server.kill()
    expect(one.locator("[data-saved=offline]")).to_be_visible(timeout=15_000)
    one.keyboard.type(" KEPT")
    one.wait_for_timeout(600)
    own_server.start()
    one.reload()
    expect(text_of(one)).to_contain_text("Iedereen hoort erbij KEPT", timeout=15_000)
    saved(one)
    two = open_vision(own_server)
    expect(text_of(two)).to_contain_text("Iedereen hoort erbij KEPT")
    assert text_of(two).inner_text().count("KEPT") == 1
    assert one.evaluate("Object.keys(localStorage).filter((key) => key.includes('vision')).length") == 0


def test_after_a_kill_all_come_together_without_a_reload(own_server: Server, open_vision: Open) -> None:
    one, two = open_vision(own_server), open_vision(own_server)
    put_cursor(one, "Iedereen hoort erbij")
    one.keyboard.type(" before")
    saved(one)
    own_server.kill()
    expect(one.locator("[data-saved=offline]")).to_be_visible(timeout=15_000)
    one.keyboard.type(" during")
    put_cursor(two, "Wie nieuw is")
    two.keyboard.type(" elsewhere")
    own_server.start()
    for page in (one, two):
        expect(text_of(page)).to_contain_text("Iedereen hoort erbij before during", timeout=20_000)
        expect(text_of(page)).to_contain_text("Wie nieuw is elsewhere", timeout=20_000)
        saved(page)


def test_a_card_goes_behind_a_paragraph_and_into_the_text(server: Server, open_vision: Open) -> None:
    one, two = open_vision(server), open_vision(server, width=390, height=844)
    put_cursor(one, "Wie nieuw is")
    one.keyboard.press("Control+End")
    one.keyboard.press("Enter")
    one.keyboard.type("Een nieuwe zin.")
    one.get_by_label("Search the cards").fill("speel")
    card = one.locator(".card").first
    words = card.locator(".card__text").text_content() or ""
    assert words
    card.get_by_role("button", name="Put behind this paragraph").click()
    mark = text_of(one).locator("p", has_text="Een nieuwe zin.").locator(".source-mark")
    expect(mark).to_have_text("1")
    expect(text_of(two).locator("p", has_text="Een nieuwe zin.").locator(".source-mark")).to_have_text("1")
    one.locator(".card").first.get_by_role("button", name="Put this sentence in the text").click()
    expect(text_of(two).locator("p", has_text=words)).to_be_visible()
    mark.click()
    dialog = one.get_by_role("dialog")
    expect(dialog).to_contain_text(words)
    dialog.get_by_role("button", name="Take away").click()
    expect(mark).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_card_comes_along_from_its_board(
    server: Server, open_vision: Open, width: int, height: int
) -> None:
    page = open_vision(server, width, height)
    page.goto(f"{page.url}?card=demo-card-c11")
    brought = page.locator(".brought .card")
    expect(brought).to_be_focused()
    expect(brought.get_by_role("button")).to_have_count(2)
    if width < 500:
        expect(page.get_by_role("dialog")).to_be_visible()
    brought.get_by_role("button", name="Put behind this paragraph").click()
    expect(page.locator(".toast")).to_contain_text("First put your cursor")
    if width > 500:
        expect(brought).to_be_visible()
        put_cursor(page, "Wie nieuw is")
        brought.get_by_role("button", name="Put behind this paragraph").click()
        expect(brought).to_have_count(0)
        expect(text_of(page).locator(".source-mark").first).to_be_visible()
        assert "card=" not in page.url
    else:
        go_to(page, DREAM)
        put_cursor(page, "Wie nieuw is")
        page.get_by_role("button", name="Cards", exact=True).click()
        brought.get_by_role("button", name="Put this sentence in the text").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.get_by_role("button", name="Cards", exact=True).click()
        expect(brought).to_have_count(0)


def test_toolbar_and_text_by_keyboard_alone(server: Server, open_vision: Open) -> None:
    page = open_vision(server)
    put_cursor(page, "Wie nieuw is")
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("- een")
    page.keyboard.press("Enter")
    page.keyboard.type("twee")
    expect(text_of(page).locator("ul > li")).to_have_count(2)
    bold = page.get_by_role("button", name="Bold")
    bold.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Italic")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(bold).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    expect(bold).not_to_be_focused()
    text_of(page).focus()
    page.keyboard.press("Tab")
    expect(text_of(page)).not_to_be_focused()


def test_a_part_is_added_renamed_and_moved(server: Server, open_vision: Open) -> None:
    page, other = open_vision(server), open_vision(server)
    outline = page.get_by_role("navigation", name="Parts of the text")
    page.get_by_role("button", name="Add a part").click()
    page.get_by_role("textbox", name="Heading").fill("Wat we vieren")
    page.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()
    expect(outline.get_by_role("button", name="Wat we vieren")).to_be_visible()
    page.get_by_role("button", name="What to do with “Wat we vieren”").click()
    page.get_by_role("menuitem", name="Change the heading").click()
    page.get_by_role("textbox", name="Heading").fill("Feest")
    page.get_by_role("dialog").get_by_role("button", name="Keep").click()
    expect(other.get_by_role("heading", name="Feest", exact=True)).to_be_visible()
    before = other.locator(".outline-item").all_inner_texts().index("Feest")
    page.get_by_role("button", name="What to do with “Feest”").click()
    page.get_by_role("menuitem", name="Move up").click()
    expect(other.locator(".outline-item").nth(before - 1)).to_have_text("Feest")


def test_on_a_phone_one_reads_first_and_writes_one_part_at_a_time(server: Server, open_vision: Open) -> None:
    page = open_vision(server, width=390, height=844)
    expect(page.locator("section.section").nth(5)).to_be_attached()  # they come one after the other
    expect(page.locator(".ProseMirror[role=textbox]")).to_have_count(0)
    page.get_by_role("button", name="Write").click()
    expect(page.locator("section.section:visible")).to_have_count(1)
    go_to(page, DREAM)
    page.get_by_role("button", name=re.compile("Next part")).click()
    page.get_by_role("button", name=re.compile(f"Previous part: {DREAM}")).click()
    expect(page.get_by_role("heading", name=DREAM, exact=True)).to_be_focused()
    expect(page.locator(".ProseMirror[role=textbox]")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_axe_finds_nothing(server: Server, open_vision: Open, width: int) -> None:
    page = open_vision(server, width=width)
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    page.evaluate(axe)
    found: list[str] = []
    for mode in ("Read", "Write"):
        button = page.get_by_role("button", name=mode, exact=True)
        if button.count():  # on a phone there is one button: to the other mode
            button.click()
        page.wait_for_timeout(600)
        violations = page.evaluate("async () => (await axe.run()).violations")
        found += [f"{mode}: {one['id']} {one['nodes'][0]['html'][:200]}" for one in violations]
    assert found == []
