"""The board in real browsers: what one does, the others see, and not what they may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.board import (
    act,
    at,
    card,
    expect,
    go_to,
    look_around,
    needs_browser,
    share,
    texts,
    write,
)  # fmt: skip
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator
from tests.server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = needs_browser


def test_two_people_see_the_same_at_once(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    phone.locator(".composer__text").fill("De buurvrouw stond met soep voor de deur.")
    expect(laptop.locator(".writing-now").first).to_be_visible()
    share(phone)
    expect(card(laptop, "soep")).to_contain_text("Yara")
    expect(laptop.locator(".writing-now")).to_have_count(0)
    write(laptop, "Op dinsdag koken wij.")
    look_around(phone)
    expect(card(phone, "dinsdag")).to_contain_text("Marloes")
    act(phone, "soep", "edit")
    phone.locator("#edit-text").fill("De buurman stond met soep voor de deur.")
    phone.locator(".dialog__actions .button--primary").click()
    expect(card(laptop, "buurman")).to_be_visible()
    act(phone, "buurman", "withdraw")
    expect(card(laptop, "buurman")).to_have_count(0)
    phone.locator(".toast .button").first.click()
    expect(card(laptop, "buurman")).to_be_visible()
    assert texts(laptop) == texts(phone)


def test_a_card_without_a_name_has_none_and_its_writer_can_take_it_back(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    phone.locator(".composer__text").fill(
        "Mijn zoon Finn van 3 is nog niet zindelijk. Ik dacht dat ik de enige was. Dat was niet zo."
    )
    phone.locator(".composer__tools input[type=checkbox]").check()
    share(phone)
    expect(phone.locator(".composer .notice q")).to_contain_text("Mijn kind van 3")
    expect(laptop.locator(".card")).to_have_count(0)
    phone.locator(".composer .notice .button--primary").click()
    expect(card(laptop, "Mijn kind van 3 is nog niet zindelijk. Ik dacht")).to_be_visible()
    expect(laptop.locator(".card")).not_to_contain_text("Yara")
    phone.reload()
    look_around(phone)
    act(phone, "Mijn kind", "withdraw")
    expect(laptop.locator(".card")).to_have_count(0)


def test_hidden_cards_never_reach_the_others(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-2")
    at(phone, "def-2")
    frames: list[str] = []
    laptop.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    laptop.reload()
    laptop.locator("[data-do=hide]").click()
    expect(phone.locator(".badge", has=phone.locator("use[href$='#hidden']"))).to_be_visible()
    share(phone, "Een geheim dat nog even dicht blijft.")
    expect(card(phone, "geheim")).to_be_visible()
    expect(laptop.locator(".card.is-hidden")).to_have_count(1)
    assert "geheim" not in laptop.content()
    assert frames and not any("geheim" in frame for frame in frames)
    laptop.locator("[data-act=reveal]").click()
    expect(card(laptop, "geheim")).to_contain_text("Yara")


def test_nobody_is_torn_away_from_what_they_write(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop = look(facilitator)
    go_to(laptop, "def-2")
    writer, reader = look(join("Kasia", "parent"), PHONE), look(join("Tom", "professional"), PHONE)
    writer.locator(".composer__text").fill("Ik ben nog bezig")
    expect(laptop.locator(".writing-now").first).to_be_visible()
    laptop.locator("[data-next-step]").click()
    expect(laptop.locator(".steer [role=alert]")).to_be_visible()
    at(laptop, "def-2")
    laptop.locator("[data-next-step]").click()
    at(laptop, "def-3")
    at(reader, "def-3")
    at(writer, "def-2")
    expect(writer.locator(".composer__text")).to_have_value("Ik ben nog bezig")
    share(writer)
    expect(card(writer, "bezig")).to_be_visible()
    writer.locator(".back-to-group").tap()
    at(writer, "def-3")


def test_a_card_waits_until_names_of_children_are_known(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    names = next(
        one.name for one in (ROOT / "static/build").glob("*.js") if "kleindochter" in one.read_text("utf-8")
    )
    held: list[Route] = []
    phone.route(f"**/{names}", lambda route: held.append(route))
    phone.reload()
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    phone.locator(".composer__text").fill("Mijn zoon Finn van 3 is nog niet zindelijk.")
    phone.locator("[data-do=share]").tap()
    phone.wait_for_timeout(300)
    expect(phone.locator(".ask__shared")).to_have_count(0)
    assert held
    for one in held:
        one.continue_()
    expect(phone.locator(".composer .notice q")).to_contain_text("Mijn kind van 3")
    expect(laptop.locator(".card")).to_have_count(0)
