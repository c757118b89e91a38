"""Nothing that cannot be undone happens by one tap; what can be undone says so."""

from __future__ import annotations

from tests.browser.board import act, at, card, expect, go_to, needs_browser, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator

pytestmark = needs_browser


def test_a_topic_can_be_taken_back(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "def-3")
    expect(page.locator(".card--chosen")).to_have_count(0)
    write(page, "Meer samen doen")
    expect(card(page, "Meer samen doen")).to_be_visible()
    expect(page.locator(".card.is-pending")).to_have_count(0)
    act(page, "Meer samen doen", "topic")
    expect(page.locator(".card--chosen")).to_contain_text("Meer samen doen")
    page.locator(".toast .button").first.click()
    expect(page.locator(".card--chosen")).to_have_count(0)
    write(page, "Dichtbij elkaar")
    act(page, "Meer samen doen", "topic")
    act(page, "Dichtbij", "topic")
    expect(page.locator(".card--chosen")).to_contain_text("Dichtbij")
    page.locator("h1").click()
    page.keyboard.press("Control+z")
    expect(page.locator(".card--chosen")).to_contain_text("Meer samen doen")


def test_closing_a_round_asks_a_second_press(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "dst-2")
    page.locator("[data-act=open-consent]").click()
    page.locator(".dialog__actions .button--primary").click()
    close = page.locator("[data-do=close-round]")
    close.click()
    expect(close).to_have_text("Toch sluiten")
    expect(page.locator(".second-press")).to_contain_text("Druk nog een keer")
    expect(page.locator(".earlier .badge")).to_have_count(0)
    close.click()
    expect(page.locator(".earlier .badge")).to_be_visible()


def test_a_word_that_was_explained_is_not_lost_by_one_tap(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "des-5")
    page.locator("#ask-word").fill("doorgaande lijn")
    page.keyboard.press("Enter")
    page.locator(".term .button--icon").first.click()
    expect(page.locator(".term")).to_have_count(0)
    page.locator(".toast .button").first.click()
    page.locator(".term textarea").fill("Dat thuis en school op elkaar passen.")
    page.locator(".term form button").click()
    expect(page.locator(".term__said")).to_be_visible()
    page.locator(".term .button--icon").first.click()
    expect(page.locator(".term__said")).to_be_visible()
    page.locator(".term .button--danger").click()
    expect(page.locator(".term")).to_have_count(0)


def test_what_somebody_else_wrote_is_taken_away_after_a_question(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(phone, "Soep.")
    expect(card(laptop, "Soep")).to_be_visible()
    act(laptop, "Soep", "withdraw")
    expect(laptop.locator(".dialog")).to_be_visible()
    laptop.keyboard.press("Enter")  # the focus is on "Leave it"
    expect(laptop.locator(".dialog")).to_have_count(0)
    expect(card(phone, "Soep")).to_be_visible()
    act(laptop, "Soep", "withdraw")
    laptop.locator("[data-do=take-away]").click()
    expect(card(phone, "Soep")).to_have_count(0)
