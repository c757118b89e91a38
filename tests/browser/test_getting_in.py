"""Getting in, as people see it: the form to join, what is missing, who is on the way, the parents' page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import expect, open_part
from tests.browser.conftest import DESKTOP, PHONE, Join, Open, OpenScreen, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALL: dict[str, Any] = {**PHONE, "viewport": {"width": 360, "height": 640}}
TALL: dict[str, Any] = {**PHONE, "viewport": {"width": 390, "height": 844}}
LANGUAGES = ("nl-NL", "en-GB")
# What stands in part outside of the window, or over something else that is to be read or tapped.
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
}).map((one) => one.outerHTML.slice(0, 80))"""
NARROWEST = """() => Math.min(...[...document.querySelectorAll(".choice__name")].map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getClientRects().length === 1 ? one.getBoundingClientRect().width : 0;
}))"""
COVERED = """() => [...document.querySelectorAll(".choice")].filter((choice) => {
  const button = choice.querySelector("input").getBoundingClientRect();
  const lines = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return one.tagName === "IMG" ? [one.getBoundingClientRect()] : [...range.getClientRects()];
  };
  return [...choice.querySelectorAll(".choice__name, .choice__hint, img")].flatMap(lines).some((box) =>
    box.left < button.right && box.right > button.left && box.top < button.bottom && box.bottom > button.top);
}).map((choice) => choice.innerText)"""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that knows an address that phones can open."""
    folder = tmp_path_factory.mktemp("network")
    with Server(folder, MINIDORP_DEMO="off", MINIDORP_PUBLIC_URL="https://dorp.example.org") as running:
        yield running


def show(page: Page, server: Server, path: str, text: int = 100) -> Page:
    """Open a page, with its text so large (in percent)."""
    page.goto(server.url + path)
    if text != 100:
        page.evaluate("size => (document.documentElement.style.fontSize = size)", f"{text}%")
    return page


# ------------------------------------------------------------------ the form to join


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_whole_form_is_on_one_screen(
    open_screen: OpenScreen, own_server: Server, community: Made, language: str
) -> None:
    page = show(open_screen({**TALL, "locale": language}), own_server, f"/join/{community.code}")
    button = page.locator("main button[type=submit]").bounding_box()
    assert button and button["y"] + button["height"] <= 844
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("path", ["/", "/join/{code}", "/about/{code}", "/return"])
def test_nothing_is_cut_off_on_a_small_phone_with_large_letters(
    open_screen: OpenScreen, own_server: Server, community: Made, path: str, text: int
) -> None:
    page = show(open_screen(SMALL), own_server, path.format(code=community.code), text)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("text", [100, 200])
def test_roles_are_words_on_one_line_beside_their_button(
    open_screen: OpenScreen, own_server: Server, community: Made, text: int
) -> None:
    page = show(open_screen(SMALL), own_server, f"/join/{community.code}", text)
    assert page.evaluate(NARROWEST) > 40
    assert page.evaluate(COVERED) == []


def test_a_pasted_link_is_a_code(open_screen: OpenScreen, own_server: Server, community: Made) -> None:
    page = show(open_screen(PHONE), own_server, "/")
    page.locator("#code").fill(f"Doe je mee? https://dorp.example.org/join/{community.code.lower()}?x=1")
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(f"**/join/{community.code}")


# ------------------------------------------------------------------ what is missing


@pytest.mark.parametrize(
    ("language", "missing", "choose"),
    [("nl-NL", "Vul dit in.", "Kies er een."), ("en-GB", "Fill this in.", "Choose one of these.")],
)
def test_what_is_missing_is_said_beside_the_field_in_the_pages_language(
    open_screen: OpenScreen, own_server: Server, community: Made, language: str, missing: str, choose: str
) -> None:
    page = show(open_screen({**PHONE, "locale": language}), own_server, f"/join/{community.code}")
    page.locator("main button[type=submit]").click()
    assert page.locator("fieldset .error").inner_text().strip() == choose
    assert page.locator(".field:has(#name) .error").inner_text().strip() == missing
    described = page.locator("#name").get_attribute("aria-describedby")
    assert described and page.locator(f"#{described}").inner_text().strip() == missing
    assert page.locator("#name").get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.name") == "role"
    assert axe_finds(page) == []

    page.locator("#name").fill("Fatma")
    assert page.locator(".field:has(#name) .error").count() == 0
    assert page.locator("#name").get_attribute("aria-invalid") is None
    page.locator("main button[type=submit]").click()
    assert page.locator("#name").input_value() == "Fatma"
    page.locator("[name=role][value=parent]").check()
    assert page.locator("fieldset .error").count() == 0
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/welcome")


def test_an_address_and_a_password_that_cannot_be_are_said_in_words(
    open_screen: OpenScreen, own_server: Server
) -> None:
    link = own_server.command("facilitator", "invite").stdout.strip().rpartition("/first/")[2]
    page = show(open_screen(DESKTOP), own_server, f"/first/{link}")
    page.locator("#email").fill("noor")
    page.locator("#password").press_sequentially("kort")
    page.locator("main button[type=submit]").click()
    assert "nog geen e-mailadres" in page.locator(".field:has(#email) .error").inner_text()
    assert "minstens" in page.locator(".field:has(#password) .error").inner_text()
    hints = str(page.locator("#password").get_attribute("aria-describedby")).split()
    assert len(hints) == 2 and hints[0] == "password-hint"
    assert page.evaluate("document.activeElement.id") == "email"


def test_nobody_is_asked_to_confirm_what_cannot_be_sent(
    look: Open, community: Made, facilitator: Facilitator, own_server: Server
) -> None:
    page = look(facilitator)
    show(page, own_server, f"/c/{community.id}/settings")
    page.locator("summary", has_text="zonder telefoon").click()
    page.locator("#people details button[type=submit]").click()
    assert page.locator(".field:has(#paper-name) .error").inner_text().strip() == "Vul dit in."
    assert page.evaluate("document.activeElement.id") == "paper-name"


def test_a_long_paste_into_a_form_is_not_cut_but_said(
    look: Open, own_server: Server, community: Made, facilitator: Facilitator
) -> None:
    page = look(facilitator)
    show(page, own_server, f"/c/{community.id}/settings")
    topic = page.locator("textarea[name=topic]")
    topic.fill("Samen eten. " * 30)
    form = page.locator("form", has=topic)
    form.locator("button[type=submit]").click()
    expect(form.locator(".error")).to_contain_text("200")
    assert len(topic.input_value()) == 360
    topic.fill("Samen eten.")
    expect(form.locator(".error")).to_have_count(0)


# ------------------------------------------------------------------ who is on the way


def test_the_facilitator_sees_who_scanned_and_who_is_choosing_a_name(
    open_screen: OpenScreen, look: Open, own_server: Server, community: Made, facilitator: Facilitator
) -> None:
    room = look(facilitator)
    line = room.locator(".joining").first
    phone = show(open_screen(PHONE), own_server, f"/join/{community.code}")
    line.get_by_text("1 gescand").wait_for()
    phone.locator("[name=role][value=parent]").check()
    line.get_by_text("1 kiest een naam").wait_for()
    show(room, own_server, f"/c/{community.id}/invite")
    room.get_by_text("1 kiest een naam").wait_for()
    phone.locator("#name").fill("Fatma")
    phone.locator("main button[type=submit]").click()
    phone.wait_for_url("**/welcome")
    room.get_by_text("Fatma").wait_for()
    assert room.get_by_text("1 kiest een naam").count() == 0


def test_two_people_of_one_name_are_told_apart_in_the_room(
    look: Open, join: Join, community: Made, facilitator: Facilitator
) -> None:
    for _ in range(2):
        join("Fatma", "parent")
    player = facilitator.device(community.id).connect()
    player.send("step.start", step="dst-4")
    page = look(facilitator)
    page.get_by_role("button", name="Schrijf een afspraak op").click()
    options = page.locator("#agreement-owner option").all_inner_texts()
    assert {"Fatma (1)", "Fatma (2)", "Marloes"} <= set(options)
    player.leave()


# ------------------------------------------------------------------ the invitation, and the page for parents


def test_the_invitation_says_that_phones_cannot_open_this_address(
    look: Open, own_server: Server, community: Made, facilitator: Facilitator
) -> None:
    page = look(facilitator)
    open_part(page, "more")
    expect(page.get_by_text("De uitnodiging zegt wat je kunt doen")).to_be_visible()
    show(page, own_server, f"/c/{community.id}/invite")
    assert page.locator("#unreachable").get_by_text("make run LAN=1").is_visible()
    assert page.locator(".qr").count() == 0
    assert axe_finds(page) == []


def test_the_invitation_fits_a_laptop_and_copies_the_link(open_screen: OpenScreen, network: Server) -> None:
    who = Facilitator(network, "marloes@voorbeeld.test")
    made = who.community(who.project("Dorpen"), "Lindebuurt", "Samen plezier.", "Marloes")
    page = open_screen({**DESKTOP, "viewport": {"width": 1280, "height": 800}})
    page.context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": network.url} for c in who.session.cookies]
    )
    show(page, network, f"/c/{made.id}/invite")
    picture = page.locator(".qr").bounding_box()
    assert picture and picture["y"] + picture["height"] <= 800 and picture["width"] >= 300
    assert page.locator(".code").is_visible()
    # As on a network over plain http, where browsers have no clipboard.
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy = page.locator("[data-copy]").first
    copy.click()
    page.locator("[data-copy]", has_text="Gekopieerd").wait_for()
    assert copy.locator("svg").count() == 1
    assert axe_finds(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [TALL, SMALL], ids=["390", "360"])
def test_the_page_for_parents_fits_one_screen_of_a_phone(
    open_screen: OpenScreen, own_server: Server, community: Made, kind: dict[str, Any], language: str
) -> None:
    page = show(open_screen({**kind, "locale": language}), own_server, f"/about/{community.code}")
    assert page.evaluate("document.documentElement.scrollHeight") <= kind["viewport"]["height"]
    assert page.locator("h2").count() == 2 and page.locator("main img").is_visible()
    assert axe_finds(page) == []
    page.locator("main a.button--primary").click()
    page.wait_for_url(f"**/join/{community.code}")
