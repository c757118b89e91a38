"""What a step says fits what can be done in it, and help stands at what it is about."""

from __future__ import annotations

from tests.browser.board import act, at, card, check_axe, expect, go_to, needs_browser, open_part, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator

pytestmark = needs_browser


def test_the_instruction_has_the_number_of_dots_that_was_opened(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-3")
    at(phone, "def-3")
    expect(phone.locator(".question__how")).to_contain_text("(2)")
    write(laptop, "Meer samen doen")
    laptop.locator("#budget").fill("4")
    laptop.locator("[data-act=open-dots]").click()
    expect(phone.locator(".dots-left")).to_contain_text("4")
    expect(phone.locator(".question__how")).to_contain_text("(4)")
    phone.reload()
    expect(phone.locator(".question__how")).to_contain_text("(4)")


def test_the_checklist_asks_and_has_no_ticks(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "def-3")
    open_part(page, "step")
    expect(page.locator(".checklist li").first).to_contain_text("?")
    expect(page.locator(".checklist .icon")).to_have_count(0)


def test_a_tip_shows_its_sentence(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "des-2")
    write(page, "In onze wijk spelen alle kinderen. Ouders participeren daarin elke week.")
    act(page, "participeren", "edit")
    page.locator(".dialog .tips summary").click()
    sentence = page.locator(".dialog .tips__sentence").first
    expect(sentence).to_contain_text("Ouders participeren daarin elke week.")
    expect(sentence).not_to_contain_text("kinderen")
    expect(sentence.locator("mark")).to_have_text("participeren")


def test_a_word_is_tapped_in_the_sentences_of_the_group(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "des-2")
    write(laptop, "In onze wijk is een doorgaande lijn, van thuis naar school.")
    expect(card(laptop, "doorgaande")).to_be_visible()
    write(laptop, "Wij eten samen.")
    expect(card(laptop, "eten")).to_be_visible()
    go_to(laptop, "des-5")
    at(phone, "des-5")
    phone.locator(".tap-word__sentence", has_text="doorgaande").click()
    words = phone.locator(".tap-word__word")
    expect(words.first).to_be_focused()
    phone.locator(".tap-word__word", has_text="doorgaande").press("Enter")
    expect(phone.locator("#ask-word")).to_have_value("doorgaande")
    phone.locator(".tap-word__word", has_text="lijn,").click()
    expect(phone.locator("#ask-word")).to_have_value("doorgaande lijn")
    expect(phone.locator(".tap-word__word[aria-pressed=true]")).to_have_count(2)
    check_axe(phone)
    phone.locator("form:has(#ask-word) [type=submit]").click()
    expect(laptop.locator(".term h2")).to_have_text("doorgaande lijn")
    phone.locator(".tap-word__word", has_text="school").click()
    expect(phone.locator("#ask-word")).to_have_value("school")
