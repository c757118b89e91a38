"""The shared text takes what real people do to it: nothing is refused for ever, everybody sees the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import DESKTOP, Join, Open
from tests.live.client import Device, wait_for
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser

WIDE = {**DESKTOP, "viewport": {"width": 1366, "height": 800}}
PASTE = """([root, words]) => {
  const data = new DataTransfer();
  data.setData("text/plain", words);
  root.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
WORDS = """(root) => [...root.querySelectorAll("p, h3, h4")].map((one) => {
  const alone = one.cloneNode(true);
  for (const away of alone.querySelectorAll(".ProseMirror-widget")) away.remove();
  return alone.textContent;
})"""


@pytest.fixture
def host(own_server: Server, facilitator: Facilitator, community: Made) -> Device:
    """The facilitator's other device, which brings everyone to the vision."""
    page = facilitator.device(community.id)
    host = Device(own_server.url, community.id, page.member, cookie=page.cookie).connect()
    host.do("step.start", step="dis-2")
    host.do("step.start", step="dst-1")
    return host


def text_of(page: Page) -> Locator:
    return page.locator(".ProseMirror[role=textbox]").first


def saved(page: Page) -> None:
    expect(page.locator("[data-saved=saved]")).to_be_attached(timeout=20_000)
    expect(page.locator(".notice--error")).to_have_count(0)


def words(page: Page) -> list[str]:
    """The paragraphs, without the names at the cursors and the numbers of the cards."""
    return list(text_of(page).evaluate(WORDS))


def in_sentence(page: Page) -> None:
    """Click in the sentence that came from the cards."""
    text_of(page).locator("p", has_text="koken").first.click(position={"x": 40, "y": 12})
    page.wait_for_timeout(120)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(650)  # longer than what is undone as one


def test_a_chapter_can_always_be_saved_again(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    host.add_card("Op dinsdag koken wij samen.", "dis-2", "story")
    writer, reader = look(facilitator, WIDE), look(join("Yara", "parent"), WIDE)
    text_of(writer).click()
    writer.wait_for_timeout(120)
    side = writer.locator(".vision__side")
    side.get_by_role("searchbox").fill("koken")
    side.locator(".card", has_text="koken").get_by_role("button", name="Zet deze zin in de tekst").click()
    in_sentence(writer)
    press(writer, "End", "Enter", "x", "Backspace", "Backspace")
    in_sentence(writer)
    press(writer, "Home", "Enter", "x", "Control+z", "Control+z")
    in_sentence(writer)
    press(writer, "Enter", "y", "Control+z", "Control+z")
    saved(writer)
    writer.keyboard.type(" en eten")
    saved(writer)
    expect(text_of(reader)).to_contain_text("en eten")
    assert words(reader) == words(writer)


def test_fifteen_hundred_lines_at_once_are_saved(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    writer = look(facilitator, WIDE)
    text_of(writer).click()
    writer.wait_for_timeout(120)
    lines = [f"Regel {n} van een heel lang verslag van de avond." for n in range(1500)]
    text_of(writer).evaluate("(root, words) => (" + PASTE + ")([root, words])", "\n\n".join(lines))
    expect(text_of(writer).locator("p")).to_have_count(1500, timeout=20_000)
    saved(writer)
    section = min(host.state["sections"].values(), key=lambda one: str(one["rank"]))["id"]
    host.open_section(section)
    # "Saved" is not taken back for what is underway for a moment only, so the text itself is asked.
    wait_for(lambda: host.text(section) == lines, seconds=30)
    saved(writer)


def test_words_that_could_not_be_saved_are_never_thrown_away(
    look: Open, facilitator: Facilitator, host: Device
) -> None:
    writer = look(facilitator, WIDE)
    text_of(writer).click()
    writer.wait_for_timeout(120)
    lines = "\n\n".join(f"Regel {n}:" + " heel lang verslag" * 60 for n in range(1200))
    text_of(writer).evaluate("(root, words) => (" + PASTE + ")([root, words])", lines)
    trouble = writer.get_by_role("alert").filter(has_text="duizend letters")
    expect(trouble).to_be_visible(timeout=30_000)
    trouble.get_by_role("button", name="Leg mijn woorden apart").click()
    kept = writer.get_by_role("textbox", name="Je woorden die niet bewaard zijn")
    expect(kept).to_have_value(lines.replace("\n\n", "\n").strip(), timeout=20_000)
    writer.reload()
    expect(kept).to_be_visible(timeout=20_000)
    writer.get_by_role("button", name="Gooi weg").click()
    writer.get_by_role("button", name="Ja, gooi weg").click()
    expect(kept).to_have_count(0)
