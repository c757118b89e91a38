"""Writing at one spot: composed words and words of two people stay whole; undo takes back what one meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import Join, Open
from tests.browser.test_text_floor import WIDE, saved, text_of, words
from tests.live.client import Device
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

pytestmark = needs_browser


@pytest.fixture
def host(own_server: Server, facilitator: Facilitator, community: Made) -> Device:
    """The facilitator's other device, which brings everyone to the vision."""
    page = facilitator.device(community.id)
    host = Device(own_server.url, community.id, page.member, cookie=page.cookie).connect()
    host.do("step.start", step="dst-1")
    return host


def begin(page: Page, text: str = "") -> Page:
    """Put the cursor in the text, and write the first words of it."""
    text_of(page).click()
    page.wait_for_timeout(120)
    if text:
        page.keyboard.type(text)
        saved(page)
    return page


def to_the_end(page: Page) -> None:
    text_of(page).locator("p").last.click(position={"x": 5, "y": 10})
    page.keyboard.press("End")
    page.wait_for_timeout(120)


def keyboard(page: Page) -> CDPSession:
    """A keyboard that composes, as a phone's does."""
    return page.context.new_cdp_session(page)


def compose(keys: CDPSession, *stages: str) -> None:
    for stage in stages:
        keys.send(
            "Input.imeSetComposition",
            {"text": stage, "selectionStart": len(stage), "selectionEnd": len(stage)},
        )


def eventually(page: Page, wanted: list[str]) -> None:
    for _ in range(60):
        if words(page) == wanted:
            return
        page.wait_for_timeout(100)
    assert words(page) == wanted


def test_a_word_that_is_composed_stays_whole_when_somebody_writes_behind_it(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Onze "), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Onze "])
    keys = keyboard(one)
    compose(keys, "b", "bu", "buu")
    eventually(two, ["Onze buu"])
    to_the_end(two)
    two.keyboard.type("[R]")
    eventually(two, ["Onze buu[R]"])
    one.wait_for_timeout(300)
    compose(keys, "buur", "buurt")
    keys.send("Input.insertText", {"text": "buurt"})
    for page in (one, two):
        eventually(page, ["Onze buurt[R]"])
    one.keyboard.type("je")
    for page in (one, two):
        eventually(page, ["Onze buurtje[R]"])


def test_the_words_of_others_come_when_a_keyboard_keeps_its_last_word_open(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Onze "), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Onze "])
    compose(keyboard(one), "buurt")
    eventually(two, ["Onze buurt"])
    to_the_end(two)
    two.keyboard.press("Enter")
    two.keyboard.type("Tweede")
    eventually(one, ["Onze buurt", "Tweede"])


def test_two_who_type_at_the_end_of_one_paragraph_keep_their_words_whole(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Samen "), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Samen "])
    to_the_end(two)
    to_the_end(one)
    for first, second in zip("koken wij", "spelen zij", strict=False):
        one.keyboard.type(first)
        two.keyboard.type(second)
        one.wait_for_timeout(90)
    for page in (one, two):
        saved(page)
        page.wait_for_timeout(300)
    assert words(one) == words(two)
    (line,) = words(one)
    assert "koken wij" in line and "spelen zi" in line, line


def test_four_at_one_spot_two_of_them_composing_keep_every_word_whole(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    pages = [begin(look(facilitator, WIDE), "Wij ")]
    pages += [look(join(name, "parent"), WIDE) for name in ("Yara", "Kasia", "Bram")]
    for page in pages:
        eventually(page, ["Wij "])
        to_the_end(page)
    said = ("koken ", "spelen", "zingen", "dansen")
    keys = [keyboard(page) if n >= 2 else None for n, page in enumerate(pages)]
    for at in range(6):
        for word, page, composing in zip(said, pages, keys, strict=True):
            if composing:
                compose(composing, word[: at + 1])
            else:
                page.keyboard.type(word[at])
        pages[0].wait_for_timeout(40 * (at % 3))
    for word, composing in zip(said, keys, strict=True):
        if composing:
            composing.send("Input.insertText", {"text": word})
    for page in pages:
        saved(page)
        page.wait_for_timeout(400)
    (line,) = words(pages[0])
    assert [words(page) for page in pages] == [[line]] * 4
    assert [word for word in said if word.strip() not in line] == [], line
    assert len(line) == len("Wij " + "".join(said)), line


def together(hands: list[tuple[Page, str, bool]]) -> None:
    """All type their word at the same time, a letter each in turn; some compose it."""
    keys = [keyboard(page) if composing else None for page, _, composing in hands]
    for at in range(max(len(word) for _, word, _ in hands)):
        for (page, word, _), composing in zip(hands, keys, strict=True):
            if at >= len(word):
                continue
            if composing:
                compose(composing, word[: at + 1])
            else:
                page.keyboard.type(word[at])
        hands[0][0].wait_for_timeout(20 * (at % 3))
    for (_, word, _), composing in zip(hands, keys, strict=True):
        if composing:
            composing.send("Input.insertText", {"text": word})
    for page, _, _ in hands:
        saved(page)
        page.wait_for_timeout(300)


def same_line(pages: list[Page]) -> str:
    """The one line that all of them show."""
    (line,) = words(pages[0])
    assert [words(page) for page in pages] == [[line]] * len(pages)
    return line


@pytest.mark.parametrize("composing", [0, 1, 2])
def test_words_with_the_same_letters_at_one_spot_do_not_mix(
    look: Open, facilitator: Facilitator, join: Join, host: Device, composing: int
) -> None:
    pages = [begin(look(facilitator, WIDE), "Wij "), look(join("Yara", "parent"), WIDE)]
    for page in pages:
        eventually(page, ["Wij "])
        to_the_end(page)
    together([(pages[0], "aannemers", composing > 0), (pages[1], "aardappel", composing > 1)])
    assert same_line(pages) in ("Wij aannemersaardappel", "Wij aardappelaannemers")


def test_who_thinks_about_a_word_half_way_has_its_letters_once(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Onze "), look(join("Yara", "parent"), WIDE)
    keys = keyboard(one)
    compose(keys, "b", "bu", "buu")
    eventually(two, ["Onze buu"])
    to_the_end(two)
    two.keyboard.type("[R]")
    eventually(one, ["Onze buu[R]"])  # nobody waits for a word for ever
    compose(keys, "buur", "buurt")
    keys.send("Input.insertText", {"text": "buurt"})
    for page in (one, two):
        eventually(page, ["Onze buurt[R]"])


def test_undo_takes_back_ones_own_burst_of_typing_and_nobody_elses_words(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Eerst. "), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Eerst. "])
    to_the_end(two)
    two.keyboard.type("Van Yara. ")
    eventually(one, ["Eerst. Van Yara. "])
    to_the_end(one)
    one.wait_for_timeout(700)
    one.keyboard.type("Nog van mij", delay=60)
    one.wait_for_timeout(1_500)  # what is hard to read has been looked for meanwhile
    one.keyboard.press("Control+z")
    eventually(one, ["Eerst. Van Yara. "])
    one.keyboard.press("Control+y")
    eventually(two, ["Eerst. Van Yara. Nog van mij"])


def test_one_undo_takes_back_one_act(look: Open, facilitator: Facilitator, join: Join, host: Device) -> None:
    one = begin(look(facilitator, WIDE), "Samen eten.")
    one.wait_for_timeout(1_200)
    one.keyboard.type("En dan")
    one.keyboard.press("Enter")
    one.keyboard.type("spelen")
    shown = [["Samen eten.En dan", ""], ["Samen eten.En dan"], ["Samen eten."]]
    eventually(one, ["Samen eten.En dan", "spelen"])
    for wanted in shown:
        one.keyboard.press("Control+z")
        eventually(one, wanted)
    one.keyboard.press("Control+y")
    eventually(one, ["Samen eten.En dan"])
    one.keyboard.type(" wij")  # the cursor is where the words came back
    eventually(one, ["Samen eten.En dan wij"])


def test_undoing_a_heading_leaves_what_another_wrote_in_it(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Eerst."), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Eerst."])
    one.wait_for_timeout(700)
    one.keyboard.press("Enter")
    one.keyboard.type("## Kop")
    saved(one)
    expect(text_of(two).locator("h3, h4")).to_contain_text("Kop")
    text_of(two).locator("h3, h4").click()
    two.keyboard.press("End")
    two.wait_for_timeout(120)
    two.keyboard.type(" van Yara")
    expect(text_of(one).locator("h3, h4")).to_contain_text("Kop van Yara")
    one.wait_for_timeout(300)
    for _ in range(3):
        one.keyboard.press("Control+z")
        one.wait_for_timeout(150)
    saved(one)
    for page in (one, two):
        expect(text_of(page)).to_contain_text("van Yara")
    assert words(one) == words(two)


def test_a_cursor_is_gone_at_once_when_its_tab_closes(
    look: Open, facilitator: Facilitator, join: Join, host: Device
) -> None:
    one, two = begin(look(facilitator, WIDE), "Samen"), look(join("Yara", "parent"), WIDE)
    eventually(two, ["Samen"])
    cursor = one.locator(".ProseMirror-yjs-cursor")
    to_the_end(two)
    expect(cursor).to_contain_text("Yara")
    two.close()
    expect(cursor).to_have_count(0, timeout=2_000)
