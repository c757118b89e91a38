"""Words that people typed outlive a refusal, a reload, and the thing they are about."""

from __future__ import annotations

from tests.browser.board import act, at, card, expect, go_to, needs_browser, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator

pytestmark = needs_browser


def test_a_card_that_is_withdrawn_while_it_is_edited_leaves_its_words(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(phone, "Soep van de buurvrouw.")
    act(phone, "Soep", "edit")
    phone.locator("#edit-text").fill("Soep van de buurvrouw, op de stoep.")
    act(laptop, "Soep", "withdraw")
    laptop.locator("[data-do=take-away]").click()
    expect(card(phone, "Soep")).to_have_count(0)
    expect(phone.locator(".dialog .notice--warn")).to_be_visible()
    expect(phone.locator("#edit-text")).to_have_value("Soep van de buurvrouw, op de stoep.")
    phone.reload()
    expect(phone.locator("#edit-text")).to_have_value("Soep van de buurvrouw, op de stoep.")
    phone.locator("[data-do=share-again]").click()
    expect(card(laptop, "op de stoep")).to_contain_text("Yara")
    expect(phone.locator(".dialog")).to_have_count(0)
    phone.reload()
    at(phone, "dis-2")
    expect(phone.locator(".dialog")).to_have_count(0)


def test_closing_the_dialog_of_a_withdrawn_card_puts_its_words_where_one_writes(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(phone, "Soep.")
    act(phone, "Soep", "edit")
    phone.locator("#edit-text").fill("Soep op de stoep.")
    act(laptop, "Soep", "withdraw")
    laptop.locator("[data-do=take-away]").click()
    expect(phone.locator(".dialog .notice--warn")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.locator(".composer__text").first).to_have_value("Soep op de stoep.")


def test_a_change_that_was_closed_by_accident_is_one_press_away(facilitator: Facilitator, look: Open) -> None:
    laptop = look(facilitator)
    go_to(laptop, "dis-2")
    write(laptop, "Soep.")
    act(laptop, "Soep", "edit")
    laptop.locator("#edit-text").fill("Soep op de stoep.")
    laptop.keyboard.press("Escape")
    laptop.locator(".toast .button").first.click()
    expect(laptop.locator("#edit-text")).to_have_value("Soep op de stoep.")


def test_a_long_paste_is_whole_and_says_how_much_too_long_it_is(facilitator: Facilitator, look: Open) -> None:
    laptop = look(facilitator)
    go_to(laptop, "dis-2")
    long = "a" * 1000
    laptop.locator(".composer__text").first.focus()
    laptop.keyboard.insert_text(long)
    expect(laptop.locator(".composer .error")).to_contain_text("200")
    laptop.keyboard.press("Control+Enter")
    expect(laptop.locator(".card")).to_have_count(0)
    assert laptop.locator(".composer__text").first.input_value().endswith(long)
    laptop.locator(".composer__text").first.fill("b" * 800)
    expect(laptop.locator(".composer .error")).to_have_count(0)
    laptop.keyboard.press("Control+Enter")
    expect(card(laptop, "bbb")).to_be_visible()
    act(laptop, "bbb", "edit")
    laptop.locator("#edit-text").fill("b" * 801)
    laptop.locator(".dialog__actions .button--primary").click()
    expect(laptop.locator("#edit-text")).to_have_attribute("aria-invalid", "true")
    expect(laptop.locator("#edit-text")).to_be_focused()
    expect(laptop.locator("#edit-text")).to_have_value("b" * 801)


def test_a_refused_card_comes_back_with_the_reason_and_can_be_shared_again(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(phone, "Een <b>mooi</b> verhaal.")
    expect(phone.locator(".composer .notice--warn")).to_be_visible()
    expect(phone.locator(".composer__text").first).to_have_value("Een <b>mooi</b> verhaal.")
    expect(phone.locator(".toast--error")).to_have_count(1)
    phone.reload()
    expect(phone.locator(".composer__text").first).to_have_value("Een <b>mooi</b> verhaal.")
    write(phone, "Een mooi verhaal.")
    expect(card(laptop, "mooi verhaal")).to_be_visible()
    expect(phone.locator(".composer .notice--warn")).to_have_count(0)


def test_a_change_that_waited_for_the_connection_and_was_refused_is_shown_again(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(phone, "Soep.")
    expect(card(laptop, "Soep")).to_be_visible()
    act(phone, "Soep", "edit")
    phone.locator("#edit-text").fill("Soep op de stoep.")
    phone.context.set_offline(True)
    expect(phone.locator(".connection.is-lost")).to_be_visible(timeout=20_000)
    phone.locator(".dialog__actions .button--primary").click()
    expect(phone.locator(".dialog")).to_have_count(0)
    act(laptop, "Soep", "withdraw")
    laptop.locator("[data-do=take-away]").click()
    expect(laptop.locator(".card")).to_have_count(0)
    phone.context.set_offline(False)
    expect(phone.locator("#edit-text")).to_have_value("Soep op de stoep.", timeout=20_000)
    expect(phone.locator(".dialog .notice--warn")).to_be_visible()


def test_what_is_typed_in_a_form_outlives_a_reload(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dst-4")
    laptop.locator(".room__main .button--primary").first.click()
    laptop.locator("#agreement-text").fill("Elke dinsdag koffie.")
    laptop.locator("#agreement-paid").fill("de gemeente")
    laptop.reload()
    expect(laptop.locator("#agreement-text")).to_have_value("Elke dinsdag koffie.")
    expect(laptop.locator("#agreement-paid")).to_have_value("de gemeente")
    laptop.locator(".dialog__actions .button--primary").click()
    expect(laptop.locator(".agreement")).to_contain_text("de gemeente")
    go_to(laptop, "des-5")
    at(phone, "des-5")
    phone.locator("#ask-word").fill("doorgaande lijn")
    phone.reload()
    expect(phone.locator("#ask-word")).to_have_value("doorgaande lijn")
    phone.keyboard.press("Tab")
    phone.locator("#ask-word").press("Enter")
    laptop.locator(".term textarea").fill("Dat alles past.")
    laptop.locator(".term form button").click()
    phone.locator(".term textarea").fill("Hetzelfde.")
    phone.locator(".term form input").fill("overal hetzelfde")
    phone.reload()
    expect(phone.locator(".term form input")).to_have_value("overal hetzelfde")
    expect(phone.locator(".term textarea")).to_have_value("Hetzelfde.")


def test_what_is_missing_is_said_beside_the_field_in_the_language_of_the_page(
    facilitator: Facilitator, look: Open
) -> None:
    laptop = look(facilitator)
    go_to(laptop, "dst-4")
    laptop.locator(".room__main .button--primary").first.click()
    laptop.locator(".dialog__actions .button--primary").click()
    expect(laptop.locator(".dialog .error")).to_contain_text("Schrijf eerst iets op.")
    expect(laptop.locator("#agreement-text")).to_be_focused()
    assert laptop.locator("form:not([novalidate]) [required]").count() == 0
