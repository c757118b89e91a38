"""Two languages: a topic, cards and chapters, each with what it says in the language of the group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.board import act, card, expect, needs_browser
from tests.browser.conftest import PHONE, Join, Open, OpenScreen, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
SOMALI, DUTCH = "Cunto wadajir ah", "Samen eten"


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection."""
    device = facilitator.device(community.id).connect()
    device.send("step.start", step="def-3")
    yield device
    device.leave()


def propose(host: Player, translation: str = "") -> None:
    host.send(
        "card.add",
        card="proposal-1",
        board="def-3",
        column="topic",
        text=SOMALI,
        lang="so",
        translation=translation,
    )


def test_a_topic_in_another_language_is_said_in_that_of_the_group_first(
    facilitator: Facilitator, look: Open, join: Join, host: Player
) -> None:
    propose(host)
    page = look(facilitator)
    expect(card(page, SOMALI)).to_be_visible()
    act(page, SOMALI, "topic")
    dialog = page.get_by_role("dialog", name="Maak dit ons onderwerp")
    expect(dialog.locator("blockquote")).to_have_attribute("lang", "so")
    words = dialog.get_by_role("textbox")
    expect(words).to_be_focused()
    dialog.locator("[data-do=topic]").click()
    expect(words).to_have_attribute("aria-invalid", "true")
    words.fill(DUTCH)
    dialog.locator("[data-do=topic]").click()
    expect(page.locator(".toast")).to_contain_text(DUTCH)
    host.send("step.start", step="dis-1")
    phone = look(join("Samira", "parent"), PHONE)
    expect(phone.locator("main")).to_contain_text(DUTCH)
    expect(phone.locator("main")).not_to_contain_text(f"‘{SOMALI}’")


def test_the_screen_and_the_door_show_the_topic_with_its_own_words(
    facilitator: Facilitator,
    look: Open,
    open_screen: OpenScreen,
    own_server: Server,
    community: Made,
    host: Player,
) -> None:
    propose(host, DUTCH)
    host.send("topic.set", card="proposal-1")
    door = open_screen(PHONE)
    door.goto(f"{own_server.url}/join/{community.code}")
    expect(door.locator(".door__topic")).to_contain_text(DUTCH)
    expect(door.locator(".door__topic .original")).to_have_attribute("lang", "so")
    expect(door.locator(".door__topic .original")).to_have_text(SOMALI)
    page = look(facilitator)
    page.goto(f"{own_server.url}/c/{community.id}/settings")
    expect(page.locator(".top__line")).to_contain_text(f"{DUTCH} – {SOMALI}")
    expect(page.locator("#topic textarea")).to_have_value(DUTCH)
    expect(page.locator("#topic")).to_contain_text(SOMALI)
    page.locator("#topic textarea").fill("Samen aan tafel")
    page.locator("#topic button[type=submit]").click()
    expect(page.locator(".top__line")).to_contain_text(f"Samen aan tafel – {SOMALI}")
    host.send("step.start", step="dis-2")
    page.goto(f"{own_server.url}/c/{community.id}/screen")
    expect(page.locator(".screen")).to_contain_text("Samen aan tafel")
    expect(page.locator(".screen")).not_to_contain_text(SOMALI)


# ---------------------------------------------------------------- a chapter and its translation

EAT, PLAY = "Wij eten samen op dinsdag in het buurthuis.", "Kinderen spelen veilig buiten."
EAT_AR, PLAY_AR = "نأكل معا يوم الثلاثاء في بيت الحي.", "يلعب الأطفال بأمان في الخارج."


def write_chapter(host: Player) -> str:
    """The group writes its text; the first chapter has two paragraphs."""
    host.send("step.start", step="dst-1")
    section = str(min(host.state["sections"].values(), key=lambda one: str(one["rank"]))["id"])
    host.open(section)
    for number, words in enumerate((EAT, PLAY)):
        host.write(section, f"paragraph-{number}", words)
    return section


def translate(host: Player, section: str, original: str, words: str) -> None:
    host.send("translation.write", section=section, lang="ar", original=original, words=words)


def read_in(page: Page, view: str) -> Locator:
    """Read in Arabic, the translation or both."""
    expect(page.locator(".section").first).to_contain_text(PLAY[:8])
    if not page.locator(".language-bar").count():
        button = page.locator("[data-do=language]")
        if not button.is_visible():
            page.get_by_role("button", name="Meer over de tekst").click()
            button = page.get_by_role("menuitem", name="In een andere taal")
        button.click()
    page.locator(".language-bar select").select_option("ar")
    page.locator(f".language-bar [data-view={view}]").click()
    return page.locator(".translated").first


def test_a_person_translates_paragraph_by_paragraph(
    facilitator: Facilitator, look: Open, host: Player
) -> None:
    write_chapter(host)
    page = look(facilitator)
    expect(page.locator(".section").first).to_contain_text("Kinderen spelen")
    both = read_in(page, "both")
    expect(both.locator("[data-state=missing]")).to_have_count(3)
    both.locator("[data-do=translate]").nth(1).click()
    dialog = page.get_by_role("dialog", name="Vertaal naar العربية")
    expect(dialog.locator("blockquote")).to_have_text(EAT)
    words = dialog.get_by_role("textbox")
    expect(words).to_be_focused()
    words.fill(EAT_AR)
    dialog.locator("[data-do=next]").click()
    expect(dialog.locator("blockquote")).to_have_text(PLAY)
    expect(words).to_have_value("")
    expect(words).to_be_focused()
    words.fill(PLAY_AR)
    dialog.locator("[type=submit]").click()
    expect(dialog).to_have_count(0)
    expect(both.locator("[data-state=kept]")).to_have_count(2)
    said = both.locator("[data-state=kept] [lang=ar]").first
    expect(said).to_have_text(EAT_AR)
    expect(said).to_have_attribute("dir", "rtl")
    expect(both.locator("[data-state=kept] [lang=nl]").first).to_have_text(EAT)
    assert axe_finds(page, ".vision") == []


def test_a_translation_of_what_changed_is_behind_until_somebody_mends_it(
    facilitator: Facilitator, look: Open, host: Player
) -> None:
    section = write_chapter(host)
    translate(host, section, "Wij eten samen op vrijdag in het buurthuis.", EAT_AR)
    page = look(facilitator)
    both = read_in(page, "both")
    behind = both.locator("[data-state=behind]")
    expect(behind).to_contain_text("Loopt achter")
    expect(behind.locator("del")).to_contain_text("vrijdag")
    expect(behind.locator("ins")).to_contain_text("dinsdag")
    behind.locator("[data-do=translate]").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_have_value(EAT_AR)
    expect(dialog.locator("del")).to_contain_text("vrijdag")
    dialog.locator("[type=submit]").click()
    expect(both.locator("[data-state=behind]")).to_have_count(0)
    expect(both.locator("[data-state=kept]")).to_contain_text(EAT_AR)


def test_a_reader_on_a_phone_chooses_the_translation_or_both_one_under_the_other(
    look: Open, join: Join, host: Player
) -> None:
    section = write_chapter(host)
    translate(host, section, EAT, EAT_AR)
    phone = look(join("Samira", "parent"), PHONE)
    part = read_in(phone, "translation")
    expect(part).to_contain_text(EAT_AR)
    expect(part).not_to_contain_text(EAT)
    expect(part).to_contain_text(PLAY)
    assert part.locator("[data-do=translate]").count() == 0
    both = read_in(phone, "both")
    expect(both).to_contain_text(EAT)
    above = both.locator("[data-state=kept] [lang=nl]").first.bounding_box()
    below = both.locator("[data-state=kept] [lang=ar]").first.bounding_box()
    assert above and below and below["y"] >= above["y"] + above["height"]
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert phone.evaluate(width) == 0
    assert axe_finds(phone, ".vision") == []
    phone.reload()
    expect(phone.locator(".translated").first).to_contain_text(EAT_AR)
    phone.get_by_role("button", name="Alleen de tekst zelf").click()
    expect(phone.locator(".translated")).to_have_count(0)
    expect(phone.locator(".section").first).to_contain_text(EAT)
