"""What people say about the text: comments, proposals, sentences that are not clear, who writes in a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import check_axe, expect, needs_browser
from tests.browser.conftest import PHONE, Join, Open
from tests.live.client import Device
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
HARD, PLAIN = "Wij faciliteren ontmoeting.", "Wij drinken samen koffie."
MARKED = "(name) => [...(CSS.highlights.get(name) ?? [])].map(String).join('|')"

WITHOUT_CURSORS = """(words) => {
  const copy = document.querySelector(".section__text")?.cloneNode(true);
  for (const one of copy?.querySelectorAll(".ProseMirror-widget") ?? []) one.remove();
  return copy?.textContent === words;
}"""
PLACE = """(words) => {
  const walk = document.createTreeWalker(document.querySelector(".section__text"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0) continue;
    walk.currentNode.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + words.length);
    const { x, y, width, height } = range.getClientRects()[0];
    return [x + width / 2, y + height / 2];
  }
}"""


@pytest.fixture
def host(own_server: Server, facilitator: Facilitator, community: Made) -> Device:
    """The facilitator's other device; the vision has a text, and the group is there."""
    page = facilitator.device(community.id)
    host = Device(own_server.url, community.id, page.member, cookie=page.cookie).connect()
    host.do("step.start", step="dst-1")
    section = section_of(host)
    host.open_section(section)
    host.share(section, host.type(section, f"Wij eten samen. {HARD} Iedereen hoort erbij."))
    return host


def section_of(host: Device) -> str:
    """The first part of the vision."""
    return str(min(host.state["sections"].values(), key=lambda one: str(one["rank"]))["id"])


def first(page: Page) -> Locator:
    return page.locator(".section").first


def text(page: Page) -> Locator:
    return first(page).locator(".ProseMirror")


def tap_words(page: Page, words: str) -> Locator:
    """Tap words of the text that is read; what one can say about them comes up."""
    bar = page.get_by_role("dialog", name="Over deze woorden")
    for _ in range(3):
        # What listens to taps comes a moment after the text.
        page.touchscreen.tap(*page.evaluate(PLACE, words))
        page.wait_for_timeout(1_000)
        if bar.is_visible():
            break
    expect(bar).to_be_visible()
    return bar


def propose(page: Page, old: str, new: str, why: str = "") -> None:
    """Propose other words for the sentence in which these are."""
    tap_words(page, old).locator("[data-do=propose]").tap()
    dialog = page.get_by_role("dialog", name="Andere woorden voorstellen")
    dialog.get_by_label("Andere woorden").fill(new)
    dialog.get_by_label("Waarom?").fill(why)
    dialog.get_by_role("button", name="Verstuur").tap()
    expect(dialog).to_have_count(0)


def open_comments(page: Page) -> Locator:
    page.locator("[data-do=comments]").click()
    dialog = page.get_by_role("dialog", name="Opmerkingen")
    expect(dialog).to_be_visible()
    return dialog


def write_at(page: Page, key: str) -> None:
    """Put the cursor at the begin (Home) or the end (End) of the first text."""
    text(page).click()
    page.wait_for_timeout(80)
    page.keyboard.press(f"Control+{key}")


def has_words(page: Page, words: str) -> None:
    """The first text is this, without what hangs on it such as cursors of others."""
    page.wait_for_function(WITHOUT_CURSORS, arg=words)


def marked(page: Page, name: str, words: str) -> None:
    """These words, and no others, are marked so in the text."""
    page.wait_for_function(f"([name, words]) => ({MARKED})(name) === words", arg=[name, words])


# ---------------------------------------------------------------- together, and on a phone


def test_two_write_in_a_paragraph_while_a_third_comments_and_the_comment_stays_on_its_words(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    first_writer, second_writer = look(facilitator, LAPTOP), look(join("Bram", "professional"), LAPTOP)
    phone = look(join("Samira", "parent"), PHONE)
    for page in (first_writer, second_writer, phone):
        expect(text(page)).to_contain_text(HARD)
    before, behind = "Elke dag weer. ", " Ook de opa en oma."
    write_at(first_writer, "Home")
    write_at(second_writer, "End")
    for n in range(max(len(before), len(behind))):
        if n == 4:
            tap_words(phone, "faciliteren").locator("[data-do=comment]").tap()
            dialog = phone.get_by_role("dialog", name="Opmerking")
            dialog.get_by_label("Wat wil je zeggen?").fill("Wat is faciliteren?")
        if n == 10:
            dialog.get_by_role("button", name="Verstuur").tap()
        first_writer.keyboard.type(before[n : n + 1])
        second_writer.keyboard.type(behind[n : n + 1])
    whole = f"{before}Wij eten samen. {HARD} Iedereen hoort erbij.{behind}"
    for page in (first_writer, second_writer, phone):
        has_words(page, whole)
        marked(page, "commented", HARD)
    host.until(lambda host: host.text(section_of(host)) == [whole])
    comment = open_comments(second_writer).locator("[data-comment=open]")
    expect(comment).to_contain_text("Samira")
    expect(comment).to_contain_text(HARD)
    expect(comment).to_contain_text("Wat is faciliteren?")


def test_a_comment_goes_with_selected_words_and_says_when_they_changed(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    phone, writer = look(join("Samira", "parent"), PHONE), look(facilitator, LAPTOP)
    expect(text(phone)).to_contain_text(HARD)
    phone.evaluate(
        """() => {
          const words = document.querySelector(".section__text p").firstChild;
          document.getSelection().setBaseAndExtent(words, 4, words, 14);
        }"""
    )
    bar = phone.get_by_role("dialog", name="Over deze woorden")
    bar.locator("[data-do=comment]").tap()
    dialog = phone.get_by_role("dialog", name="Opmerking")
    expect(dialog.locator("blockquote")).to_have_text("eten samen")
    dialog.get_by_label("Wat wil je zeggen?").fill("Waar?")
    dialog.get_by_role("button", name="Verstuur").tap()
    marked(writer, "commented", "eten samen")
    write_at(writer, "Home")
    for _ in "Wij eten":
        writer.keyboard.press("ArrowRight")
    writer.keyboard.type(" altijd")
    marked(phone, "commented", "")
    expect(open_comments(writer).locator("[data-comment=open]")).to_contain_text("ondertussen veranderd")


# ----------------------------------------------------------------------------- proposals


def test_a_proposal_from_a_phone_is_shown_old_and_new_and_taken_and_its_author_is_told(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    phone, writer = look(join("Samira", "parent"), PHONE), look(facilitator, LAPTOP)
    expect(text(phone)).to_contain_text(HARD)
    propose(phone, "faciliteren", PLAIN, "Zo zeggen wij het.")
    marked(phone, "proposed", HARD)
    expect(writer.locator("[data-do=comments]")).to_contain_text("1")
    dialog = open_comments(writer)
    expect(dialog.locator("del")).to_have_text(HARD)
    expect(dialog.locator("ins")).to_have_text(PLAIN)
    expect(dialog).to_contain_text("Zo zeggen wij het.")
    check_axe(writer)
    dialog.locator("[data-do=take]").click()
    changed = f"Wij eten samen. {PLAIN} Iedereen hoort erbij."
    for page in (writer, phone):
        has_words(page, changed)
    host.until(lambda host: host.text(section_of(host)) == [changed])
    told = phone.locator(".comment-told")
    expect(told).to_be_in_viewport()
    expect(told).to_contain_text("Overgenomen")
    check_axe(phone)
    told.locator("[data-do=seen]").tap()
    expect(told).to_have_count(0)
    phone.reload()
    has_words(phone, changed)
    marked(phone, "proposed", "")
    expect(told).to_have_count(0)


def test_a_declined_proposal_leaves_the_text_and_its_author_reads_why(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    phone, writer = look(join("Samira", "parent"), PHONE), look(facilitator, LAPTOP)
    expect(text(phone)).to_contain_text(HARD)
    propose(phone, "faciliteren", "")
    dialog = open_comments(writer)
    expect(dialog.locator("[data-comment=open]")).to_contain_text("(haal deze woorden weg)")
    dialog.locator("[data-do=settle]").click()
    answer = dialog.get_by_label("Een woord aan wie het schreef")
    expect(answer).to_be_focused()
    answer.fill("Die zin is nodig.")
    dialog.locator("[data-do=settle-now]").click()
    expect(dialog.locator("[data-comment=open]")).to_have_count(0)
    told = phone.locator(".comment-told")
    expect(told).to_contain_text("Niet overgenomen. Die zin is nodig.")
    expect(text(phone)).to_contain_text(HARD)
    marked(phone, "proposed", "")


def test_an_author_who_is_elsewhere_is_told_and_goes_to_it(look: Open, join: Join, host: Device) -> None:
    phone = look(join("Samira", "parent"), PHONE)
    expect(text(phone)).to_contain_text(HARD)
    propose(phone, "faciliteren", PLAIN)
    comment = str(next(iter(host.until(lambda host: host.state["comments"]).state["comments"])))
    host.do("step.start", step="dst-5")
    expect(phone.locator("[data-shown-step=dst-5]")).to_be_visible()
    host.do("comment.settle", comment=comment, outcome="declined", answer="Die zin is nodig.")
    message = phone.locator(".toasts")
    expect(message).to_contain_text("Niet overgenomen. Die zin is nodig.")
    message.get_by_role("button", name="Ga erheen").tap()
    expect(phone.locator(".comment-told")).to_contain_text("Die zin is nodig.")


# ------------------------------------------------------------------ "I do not get this"


def read_until(page: Page, words: str) -> Locator:
    """Let the text be read aloud, and go on to this sentence."""
    page.locator("[data-do=read]").tap()
    bar = page.locator(".read-aloud")
    bar.locator("[data-do=play]").tap()
    sentence = bar.locator(".read-aloud__sentence")
    for _ in range(6):
        if sentence.inner_text() == words:
            break
        bar.get_by_role("button", name="Volgende zin").tap()
    expect(sentence).to_have_text(words)
    return bar


def test_a_tap_while_it_is_read_aloud_counts_for_the_writers_and_names_nobody(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    writer = look(facilitator, LAPTOP)
    phones = [look(join(name, "parent"), PHONE) for name in ("Samira", "Yara")]
    for phone in phones:
        expect(text(phone)).to_contain_text(HARD)
        button = read_until(phone, HARD).locator("[data-do=unclear]")
        button.tap()
        expect(button).to_have_attribute("aria-pressed", "true")
    check_axe(phones[0])
    phones[1].locator(".read-aloud__close").tap()
    tap_words(phones[1], "eten samen").locator("[data-do=unclear]").tap()
    hard = open_comments(writer).locator("[data-hard]")
    expect(hard).to_have_count(2)
    expect(hard.first).to_contain_text(HARD)
    expect(hard.first).to_contain_text("niet duidelijk voor 2 mensen")
    expect(hard.last).to_contain_text("niet duidelijk voor één mens")
    said = writer.get_by_role("dialog", name="Opmerkingen").inner_text()
    assert "Samira" not in said and "Yara" not in said
    phones[0].locator(".read-aloud [data-do=unclear]").tap()
    expect(hard.first).to_contain_text("niet duidelijk voor één mens")


# --------------------------------------------------------------- who writes in a part


def test_where_only_the_core_team_writes_a_parent_has_no_editor_and_proposes(
    look: Open, join: Join, host: Device, facilitator: Facilitator
) -> None:
    parent, writer = look(join("Samira", "parent"), LAPTOP), look(facilitator, LAPTOP)
    expect(text(parent)).to_have_attribute("role", "textbox")
    first(writer).get_by_role("button", name="Wat wil je met").click()
    writer.get_by_role("menuitem", name="Wie hier schrijft").click()
    dialog = writer.get_by_role("dialog", name="Wie schrijft")
    dialog.get_by_label("Alleen het kernteam").check()
    dialog.get_by_role("button", name="Bewaren").click()
    expect(text(parent)).to_have_attribute("contenteditable", "false")
    expect(text(writer)).to_have_attribute("contenteditable", "true")
    expect(first(parent)).to_contain_text("Hier schrijven: het kernteam.")
    expect(parent.locator(".section").nth(1).get_by_role("textbox")).to_be_visible()
    first(parent).locator("[data-do=say-about]").click()
    parent.get_by_role("button", name=HARD).click()
    expect(parent.locator("dialog [data-do=unclear]")).to_be_focused()
    parent.locator("dialog [data-do=comment]").click()
    dialog = parent.get_by_role("dialog", name="Opmerking")
    dialog.get_by_label("Wat wil je zeggen?").fill("Wie doet dat?")
    check_axe(parent)
    dialog.get_by_role("button", name="Verstuur").click()
    expect(open_comments(writer).locator("[data-comment=open]")).to_contain_text("Wie doet dat?")
    listed = open_comments(parent)
    expect(listed.locator("[data-comment=open]")).to_contain_text("Wie doet dat?")
    expect(listed.locator("[data-do=settle]")).to_have_count(0)
