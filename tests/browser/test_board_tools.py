"""The tools of the steps in real browsers: themes, dots, words, consent, agreements."""

from __future__ import annotations

import re

from tests.browser.board import at, card, expect, go_to, needs_browser, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

pytestmark = needs_browser


def test_cards_become_themes_and_can_be_taken_apart(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    for text in ("Samen koken", "Soep van de buurvrouw", "Zingen in de kring"):
        write(laptop, text)
        expect(card(laptop, text)).to_be_visible()
    go_to(laptop, "dis-3")
    at(phone, "dis-3")
    for text in ("Samen koken", "Soep van"):
        card(phone, text).locator("input[type=checkbox]").check()
    phone.locator("[data-do=together]").click()
    phone.locator("#theme-name").fill("Samen eten")
    phone.keyboard.press("Enter")
    theme = laptop.locator(".theme", has_text="Samen eten")
    expect(theme.locator(".card")).to_have_count(2)
    card(laptop, "Zingen").drag_to(theme.locator("h2"))
    expect(phone.locator(".theme .card")).to_have_count(3)
    theme.locator(".theme__head button").click()
    laptop.locator("[data-action=apart]").click()
    expect(phone.locator(".theme")).to_have_count(0)
    laptop.locator(".toast .button").first.click()
    expect(phone.locator(".theme .card")).to_have_count(3)
    laptop.keyboard.press("Control+z")  # the drag: taking apart was undone already
    expect(phone.locator(".loose .card")).to_have_text(re.compile("Zingen"))


def test_dots_are_counted_only_when_they_are_closed(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-3")
    write(laptop, "Meer samen doen")
    write(laptop, "Dichtbij elkaar")
    laptop.locator("#budget").fill("1")
    laptop.locator("[data-act=open-dots]").click()
    at(phone, "def-3")
    back, on = phone.locator(".sequence__bar .button--icon").all()
    expect(card(phone, "Meer samen")).to_be_visible()
    on.tap()
    card(phone, "Dichtbij").locator(".dots button").last.tap()
    expect(card(phone, "Dichtbij").locator(".dot.is-given")).to_have_count(1)
    expect(on).to_be_disabled()
    back.tap()
    expect(card(phone, "Meer samen").locator(".dots button").last).to_be_disabled()
    phone.locator("[data-do=overview]").tap()
    expect(phone.locator(".card")).to_have_count(2)
    expect(phone.locator(".dot.is-given")).to_have_count(1)
    expect(laptop.locator(".dot.is-given")).to_have_count(0)
    laptop.locator("[data-act=close-dots]").click()
    expect(card(phone, "Dichtbij").locator(".tally .dot")).to_have_count(1)
    expect(card(laptop, "Meer samen").locator(".tally")).to_contain_text("0")


def test_a_word_goes_from_hard_to_plain(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "des-5")
    at(phone, "des-5")
    phone.locator("#ask-word").fill("doorgaande lijn")
    phone.keyboard.press("Enter")
    expect(phone.locator(".term h2")).to_be_focused()
    expect(phone.locator(".term form")).to_have_count(0)
    laptop.locator(".term textarea").fill("Dat thuis, opvang en school op elkaar aansluiten.")
    laptop.locator(".term form button").click()
    expect(laptop.locator(".term form")).to_have_count(1)  # still the professional's own explanation
    phone.locator(".term textarea").fill("Dat we overal hetzelfde doen.")
    phone.locator(".term form input").fill("overal hetzelfde")
    phone.locator(".term form button").click()
    expect(laptop.locator(".term__plain")).to_contain_text("overal hetzelfde")
    phone.locator(".term > .button--primary").click()
    expect(laptop.locator(".term[data-state=settled]")).to_be_visible()


def test_consent_with_somebody_without_a_phone(
    own_server: Server, facilitator: Facilitator, look: Open, join: Join, community: Made
) -> None:
    settings = f"/c/{community.id}/settings"
    facilitator.submit(settings, f"{settings}/member", name="Joke", role="parent", organisation="")
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dst-2")
    at(phone, "dst-2")
    laptop.locator("[data-do=act]").click()
    laptop.locator(".dialog__actions .button--primary").click()
    phone.locator("[data-answer=objection]").click()
    phone.locator("#consent-reason").fill("Ik mis de vaders.")
    phone.locator(".sheet form .button--primary").click()
    expect(laptop.locator(".consent__progress")).to_contain_text("1")
    assert "vaders" not in laptop.content()
    laptop.locator("[data-answer=agree]").click()
    laptop.locator(".sheet form .button--primary").click()
    laptop.locator("#consent-as").select_option(label="Joke")
    expect(laptop.locator("[data-answer=agree]")).to_have_attribute("aria-pressed", "false")
    laptop.locator("[data-answer=concern]").click()
    laptop.locator("#consent-reason").fill("Het is wel veel.")
    laptop.locator(".sheet form .button--primary").click()
    expect(laptop.locator(".notice--error")).to_contain_text("Ik mis de vaders.")
    expect(phone.locator(".notice--error")).to_contain_text("Ik mis de vaders.")
    phone.locator(".sequence__bar .button--icon").last.tap()
    expect(phone.locator(".notice--warn")).to_contain_text("Joke")
    agree = laptop.locator("[data-act=adopt]")
    expect(agree).to_have_count(0)
    phone.locator("[data-answer=agree]").click()
    phone.locator(".sheet form .button--primary").click()
    agree.click()
    expect(laptop.locator(".dialog")).to_contain_text("2")
    expect(phone.locator(".earlier .badge--good")).to_have_count(0)
    laptop.locator(".dialog__actions .button--primary").click()
    expect(phone.locator(".earlier .badge--good")).to_be_visible()


def test_an_agreement_says_what_is_still_open(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dst-3")
    write(laptop, "Ik beloof: elke dinsdag zet ik koffie.")
    go_to(laptop, "dst-4")
    at(phone, "dst-4")
    laptop.locator(".list__row button").click()
    laptop.locator(".dialog__actions .button--primary").click()
    made = phone.locator(".agreement", has_text="koffie")
    expect(made).to_contain_text("Marloes")
    expect(made.locator(".badge--warn")).to_have_count(2)
    made.locator("button").click()
    phone.locator("[data-action=edit]").click()
    phone.locator("#agreement-paid").fill("de gemeente")
    phone.locator(".dialog__actions .button--primary").click()
    expect(laptop.locator(".agreement .badge--warn")).to_have_count(1)
    laptop.locator(".agreement button").click()
    laptop.locator("[data-action=remove]").click()
    expect(phone.locator(".agreement")).to_have_count(0)
    laptop.locator(".toast .button").first.click()
    expect(phone.locator(".agreement")).to_have_count(1)


def test_dots_for_somebody_without_a_phone_are_there_after_a_reload(
    facilitator: Facilitator, look: Open, join: Join, community: Made
) -> None:
    settings = f"/c/{community.id}/settings"
    facilitator.submit(settings, f"{settings}/member", name="Joke", role="parent", organisation="")
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "des-2")
    for column in range(laptop.locator("[data-column]").count()):
        write(laptop, f"Zin {column}", column)
    expect(card(laptop, "Zin 0")).to_be_visible()
    go_to(laptop, "des-4")
    laptop.locator("#budget").fill("2")
    laptop.locator("[data-act=open-dots]").click()
    laptop.locator("#dots-as").select_option(label="Joke")
    laptop.locator(".dots button").last.click()
    expect(laptop.locator(".dot.is-given")).to_have_count(1)
    laptop.reload()
    expect(laptop.locator(".dots-left")).to_contain_text("2")
    expect(laptop.locator(".dot.is-given")).to_have_count(0)
    laptop.locator("#dots-as").select_option(label="Joke")
    expect(laptop.locator(".dot.is-given")).to_have_count(1)
    expect(laptop.locator(".dots-left")).to_contain_text("Joke")
    at(phone, "des-4")
    expect(phone.locator(".dots")).not_to_have_count(0)
    expect(phone.locator(".dot.is-given")).to_have_count(0)
