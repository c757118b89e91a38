"""The screen for the beamer: read at ten metres, whole, without controls, nothing a guest may not see."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import check_axe, expect, needs_browser
from tests.browser.conftest import Join, OpenScreen
from tests.live.client import Device, new_id
from tests.scenario.pages import Browser, Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

LONG = "Op dinsdag koken wij samen met drie oma's en de kinderen roeren in de soep. " * 10
SIZES = [(1920, 1080), (1280, 720), (1024, 768), (3840, 2160)]
CUT_OFF = """() => {
  const main = document.querySelector(".screen__main").getBoundingClientRect();
  const shown = [...document.querySelectorAll(".pages__page .pages__thing, .stage-question, .join__how > *")];
  return shown.filter((one) => {
    const box = one.getBoundingClientRect();
    const wide = one.scrollWidth > one.clientWidth + 2;
    return wide || box.top < main.top - 2 || box.bottom > main.bottom + 2 || box.right > innerWidth + 1;
  }).map((one) => one.textContent);
}"""
SMALLEST = """(where) => Math.min(...[...document.querySelectorAll(where)].map(
  (one) => parseFloat(getComputedStyle(one).fontSize)))"""
Watch = Callable[..., "Page"]


@pytest.fixture
def host(own_server: Server, facilitator: Facilitator, community: Made) -> Device:
    """The facilitator's laptop."""
    page = facilitator.device(community.id)
    return Device(own_server.url, community.id, page.member, cookie=page.cookie).connect()


@pytest.fixture
def watch(open_screen: OpenScreen, own_server: Server, facilitator: Facilitator, community: Made) -> Watch:
    """Opens the screen, at a size."""

    def opened(width: int = 1920, height: int = 1080, **kind: Any) -> Page:
        page = open_screen({"viewport": {"width": width, "height": height}, **kind})
        page.context.add_cookies(
            [
                {"name": c.name, "value": c.value or "", "url": own_server.url}
                for c in facilitator.session.cookies
            ]
        )
        page.goto(f"{own_server.url}/c/{community.id}/screen")
        page.locator("[data-shown-step]").wait_for()
        return page

    return opened


def fill(host: Device, n: int, board: str = "dis-2", column: str = "story") -> None:
    """Put cards on a board."""
    for number in range(n):
        host.add_card(f"Verhaal {number}: op dinsdag koken wij samen met de buren.", board, column)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_is_large_and_whole_at_every_size(
    watch: Watch, host: Device, width: int, height: int
) -> None:
    unit = min(width / 1920, height / 1080)
    page = watch(width, height)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SMALLEST, ".join__code") >= 100 * unit
    host.do("step.start", step="dis-2")
    expect(page.locator(".stage-question")).to_be_visible()
    fill(host, 30)
    host.add_card(LONG)
    expect(page.locator(".card-count")).to_contain_text("31")
    expect(page.locator(".page-dots")).to_be_visible()
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SMALLEST, ".stage-question") >= 40 * unit
    assert page.evaluate(SMALLEST, ".pages__page .stage-card__text") >= 28 * unit


def test_it_has_no_controls_and_axe_finds_nothing(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="dis-2")
    fill(host, 3)
    expect(page.locator(".pages__page .stage-card")).to_have_count(3)
    assert page.locator("button, a, input, select, textarea, summary, [tabindex]").count() == 0
    check_axe(page)


def test_it_follows_the_group_and_shows_the_clock(watch: Watch, host: Device) -> None:
    page = watch()
    for step in ("dis-2", "dis-1", "dre-1"):
        host.do("step.start", step=step)
        expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
    host.do("timer.start", seconds=300)
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^[45]:\d\d$"))
    assert page.evaluate(SMALLEST, ".screen-clock") >= 80


def test_the_next_meeting_begins_with_how_to_come_in(
    watch: Watch, host: Device, join: Join, community: Made, own_server: Server
) -> None:
    page = watch()
    expect(page.locator(".join__code")).to_have_text(f"{community.code[:3]} {community.code[3:]}")
    expect(page.locator(".join__qr")).to_be_visible()
    yara = join("Yara", "parent").device(community.id)
    phone = Device(own_server.url, community.id, yara.member, cookie=yara.cookie).connect()
    expect(page.locator(".here")).to_contain_text("1 ouder")
    expect(page.locator("body")).not_to_contain_text("Yara")
    phone.do("screen.name", shown=True)
    expect(page.locator(".join__names")).to_have_text("Yara")


def test_what_is_hidden_stays_hidden_until_it_is_turned_over(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="dis-2")
    host.do("board.hide", board="dis-2")
    host.add_card("Van mij alleen")
    expect(page.locator(".face-down")).to_contain_text("1")
    assert "Van mij alleen" not in page.content()
    host.do("board.reveal", board="dis-2")
    expect(page.locator(".pages__page .stage-card")).to_have_text("Van mij alleen")


def test_pages_turn_by_themselves_and_a_new_card_is_shown_soon(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="dis-2")
    fill(host, 40)
    expect(page.locator(".card-count")).to_contain_text("40")
    seen = page.locator(".page-dots").inner_text()
    expect(page.locator(".page-dots")).not_to_have_text(seen, timeout=60_000)
    host.add_card("Dit is het nieuwste kaartje")
    expect(page.locator(".pages__page .stage-card", has_text="nieuwste")).to_be_visible(timeout=8_000)


def test_dots_are_told_only_when_they_are_counted_and_then_sorted(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="des-2")
    host.add_card("De eerste zin", "des-2", "statement")
    second = host.add_card("De tweede zin", "des-2", "statement")
    host.do("step.start", step="des-4")
    host.do("dots.open", board="des-4", budget=2)
    host.do("dot.place", dot=new_id(), board="des-4", card=second)
    expect(page.locator(".dots-open")).to_be_visible()
    expect(page.locator(".stage-card").first).to_contain_text("De eerste zin")
    assert page.locator(".stage-tally").count() == 0
    host.do("dots.close", board="des-4")
    expect(page.locator(".pages__page .stage-card").first).to_contain_text("De tweede zin")
    expect(page.locator(".pages__page .stage-tally").first).to_contain_text("één stip")


def test_consent_shows_how_many_answered_then_what_and_in_the_end_the_feast(
    watch: Watch, host: Device
) -> None:
    page, consent = watch(), new_id()
    host.do("step.start", step="dst-2")
    host.do("consent.open", round=consent, version=new_id(), label="1.0", members=[host.member])
    expect(page.locator(".stage-consent")).to_contain_text("0 van de 1")
    host.do("consent.answer", round=consent, answer="concern", reason="Let op de kleintjes.")
    expect(page.locator(".stage-answers")).to_contain_text("één zorg")
    host.do("consent.close", round=consent, adopt=True)
    expect(page.locator(".stage-adopted")).to_be_visible()


def test_consent_on_a_paragraph_shows_it_and_a_better_sentence_beside_an_objection(
    watch: Watch, host: Device
) -> None:
    page, consent, section = watch(), new_id(), next(iter(host.state["sections"]))
    host.do("step.start", step="dst-2")
    about = {"section": section, "words": "Wij participeren. Iedereen is welkom."}
    host.do("consent.open", round=consent, version=new_id(), label="0.1", members=[host.member], **about)
    expect(page.locator(".stage-consent__part")).to_have_text("Wij participeren. Iedereen is welkom.")
    objection = {"answer": "objection", "reason": "Te moeilijk.", "sentence": "Wij participeren."}
    host.do("consent.answer", round=consent, **objection)
    host.do(
        "consent.reword",
        rewording=new_id(),
        round=consent,
        sentence="Wij participeren.",
        text="Wij doen mee.",
    )
    card = page.locator(".stage-card--reason[data-answer=objection]").first
    for words in ("“Wij participeren.”", "Te moeilijk.", "Wij doen mee."):
        expect(card).to_contain_text(words)


def test_the_vision_is_there_in_large_letters_as_it_is_written(watch: Watch, host: Device) -> None:
    page, section = watch(), next(iter(host.state["sections"]))
    host.do("step.start", step="dst-1")
    host.open_section(section)
    host.share(section, host.type(section, "Wij voeden niet alleen op."))
    expect(page.locator(".pages__page")).to_contain_text("Wij voeden niet alleen op.")
    assert page.evaluate(SMALLEST, ".pages__page .stage-line") >= 40


def test_a_break_has_its_own_picture_and_clock(watch: Watch, host: Device) -> None:
    page, meeting = watch(), new_id()
    host.do("meeting.plan", meeting=meeting, date="2027-05-01", title="Een")
    agenda = [
        {"id": "stories", "step": "dis-2", "minutes": 20},
        {"id": "coffee", "kind": "break", "title": "Koffie met taart", "minutes": 10},
    ]
    host.do("meeting.agenda", meeting=meeting, agenda=agenda)
    host.do("meeting.open", meeting=meeting, present=[])
    host.do("meeting.go_to", meeting=meeting, item="coffee")
    expect(page.locator(".screen-pause__title")).to_have_text("Koffie met taart")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^(10:00|9:\d\d)$"))
    host.do("meeting.go_to", meeting=meeting, item="stories")
    expect(page.locator(".screen-pause")).to_have_count(0)


def test_one_card_fills_the_screen_while_it_is_discussed(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="dis-2")
    card = host.add_card("Op dinsdag koken wij.")
    host.do("screen.point", card=card)
    expect(page.locator(".spotlight__text")).to_have_text("Op dinsdag koken wij.")
    assert page.evaluate(SMALLEST, ".spotlight__text") >= 100
    host.do("card.withdraw", card=card)
    expect(page.locator(".spotlight")).to_have_count(0)


def test_a_link_that_is_taken_back_ends_the_screen(
    open_screen: OpenScreen, own_server: Server, facilitator: Facilitator, community: Made, host: Device
) -> None:
    settings = f"/c/{community.id}/settings"
    shown = facilitator.submit(settings, f"/c/{community.id}/screen/link").text
    link = re.search(r"/s/[A-Za-z0-9_-]+", shown)
    assert link
    page = open_screen({"viewport": {"width": 1280, "height": 720}})
    page.goto(own_server.url + link[0])
    host.do("step.start", step="dis-2")
    host.add_card("Voor iedereen")
    expect(page.locator(".pages__page .stage-card")).to_have_text("Voor iedereen")
    facilitator.submit(settings, f"/c/{community.id}/screen/link/end")
    expect(page.locator(".screen")).to_have_count(0)
    assert "Voor iedereen" not in page.content()


def test_it_comes_back_by_itself_when_the_connection_was_lost(watch: Watch, host: Device) -> None:
    page = watch()
    host.do("step.start", step="dis-2")
    expect(page.locator("[data-shown-step=dis-2]")).to_be_visible()
    page.context.set_offline(True)
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    expect(page.locator(".screen-lost")).to_be_visible(timeout=30_000)
    page.context.set_offline(False)
    expect(page.locator(".screen-lost")).to_have_count(0, timeout=30_000)


def test_the_core_team_opens_it_and_points_from_the_room(
    look: Callable[[Browser], Page], facilitator: Facilitator, host: Device
) -> None:
    host.do("step.start", step="dis-2")
    host.add_card("Praat hierover")
    room = look(facilitator)
    with room.context.expect_page() as opened:
        room.get_by_role("button", name="Scherm openen").click()
    screen = opened.value
    room.locator(".card [data-card-menu]").click()
    room.locator("[role=menuitem][data-action=screen]").click()
    expect(screen.locator(".spotlight__text")).to_have_text("Praat hierover")
    room.locator(".card [data-card-menu]").click()
    room.locator("[role=menuitem][data-action=screen]").click()
    expect(screen.locator(".spotlight")).to_have_count(0)


def test_a_paragraph_fills_the_screen_while_it_is_discussed_and_goes_on_changing(
    look: Callable[[Browser], Page], watch: Watch, facilitator: Facilitator, host: Device
) -> None:
    host.do("step.start", step="dst-1")
    screen, room = watch(), look(facilitator)
    text = room.locator(".ProseMirror[role=textbox]").first
    text.click()
    room.wait_for_timeout(100)
    room.keyboard.type("Wij voeden samen op.")
    room.get_by_role("button", name="Laat deze alinea op het scherm zien").click()
    expect(screen.locator(".spotlight__text")).to_have_text("Wij voeden samen op.")
    assert screen.evaluate(SMALLEST, ".spotlight__text") >= 100
    room.keyboard.type(" Elke dag.")
    expect(screen.locator(".spotlight__text")).to_have_text("Wij voeden samen op. Elke dag.")
    room.get_by_role("button", name="Van het scherm halen").click()
    expect(screen.locator(".spotlight")).to_have_count(0)
