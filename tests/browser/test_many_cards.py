"""A board with many cards: what is drawn, the views, and what is done with several cards at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import act, at, card, check_axe, expect, needs_browser
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Browser, Facilitator, Made
from tests.scenario.player import Player, new_id

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

pytestmark = needs_browser
STORIES, THEMES, TOPICS = "dis-2", "dis-3", "def-2"
COLUMNS = ("missing", "more")


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Player:
    """The facilitator's other device, which leads the group."""
    return facilitator.device(community.id).connect()


def fill(who: Player, cards: int, board: str = STORIES, column: str = "story") -> None:
    """Somebody writes so many cards."""
    for n in range(cards):
        who.send("card.add", card=new_id(), board=board, column=column, text=f"Verhaal {n:03} over koken")


def all_there(page: Page, cards: int) -> None:
    """Every card came, in view or not."""
    expect(page.locator("[data-card]")).to_have_count(cards)


DRAWN = """() => [...document.querySelectorAll("[data-card]")].filter(
  (one) => one.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length"""


def test_what_is_not_on_the_screen_is_not_drawn_but_is_found(look: Open, join: Join, host: Player) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 200)
    phone = look(join("Yara", "parent"), PHONE)
    phone.locator("[data-do=look]").tap()
    all_there(phone, 200)
    assert 0 < phone.evaluate(DRAWN) <= 40
    assert phone.evaluate("() => find('Verhaal 199')")
    phone.emulate_media(media="print")
    assert phone.evaluate(DRAWN) == 200


def called(session: CDPSession, source: str, within: str) -> int:
    """How often the innermost function of a script that has these words was called since coverage began."""
    result = session.send("Profiler.takePreciseCoverage")["result"]
    found: list[tuple[int, int]] = []
    for script in result:
        if within not in script["url"]:
            continue
        text: str = session.send("Debugger.getScriptSource", {"scriptId": script["scriptId"]})["scriptSource"]
        place = text.find(source)
        for function in script["functions"] if place >= 0 else ():
            whole: dict[str, Any] = function["ranges"][0]
            if whole["startOffset"] <= place < whole["endOffset"]:
                found.append((whole["endOffset"] - whole["startOffset"], whole["count"]))
    return min(found)[1] if found else 0


@pytest.mark.parametrize("view", ["write", "look"])
def test_a_card_of_somebody_else_draws_one_card(look: Open, join: Join, host: Player, view: str) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 100)
    phone = look(join("Yara", "parent"), PHONE)
    if view == "look":
        phone.locator("[data-do=look]").tap()
        all_there(phone, 100)
        phone.wait_for_timeout(1_000)
    session = phone.context.new_cdp_session(phone)
    scripts: list[str] = []
    session.on("Debugger.scriptParsed", lambda parsed: scripts.append(parsed["url"]))
    session.send("Debugger.enable")
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    called(session, '"data-card":', "/build/")
    fill(host, 3)
    if view == "look":
        all_there(phone, 103)
    else:
        expect(phone.locator("[data-do=look]")).to_contain_text("103")
    drawn = called(session, '"data-card":', "/build/")
    assert (0 < drawn <= 6) if view == "look" else drawn == 0


def test_many_cards_are_proposed_compactly_and_the_choice_stays(
    look: Open, facilitator: Facilitator, host: Player
) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 61)
    laptop = look(facilitator)
    all_there(laptop, 61)
    laptop.locator("[data-propose=compact]").click()
    expect(laptop.locator("[data-propose]")).to_have_count(0)
    box = card(laptop, "Verhaal 000").bounding_box()
    assert box and box["height"] < 64
    laptop.reload()
    expect(laptop.locator("[data-cards-view=compact]")).to_have_attribute("aria-pressed", "true")
    check_axe(laptop)


def test_the_overview_counts_finds_and_leads_to_a_card(
    look: Open, facilitator: Facilitator, host: Player
) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 80)
    host.send("card.add", card="card-to-find", board=STORIES, column="story", text="Eén Café voor de wijk")
    laptop = look(facilitator)
    laptop.locator("[data-cards-view=overview]").click()
    expect(laptop.locator(".overview__name .badge")).to_have_text("81")
    laptop.locator("#overview-search").fill("CAFE een")
    expect(laptop.locator("[data-found]")).to_have_count(1)
    check_axe(laptop)
    laptop.locator("[data-found]").click()
    expect(laptop.locator("[data-card=card-to-find]")).to_be_focused()
    expect(laptop.locator("[data-card=card-to-find]")).to_be_in_viewport()


def test_few_cards_ask_for_no_other_view(look: Open, facilitator: Facilitator, host: Player) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 5)
    laptop = look(facilitator)
    all_there(laptop, 5)
    expect(laptop.locator("[data-cards-view]")).to_have_count(0)


def choose(page: Page, *texts: str) -> None:
    """Tick cards."""
    for text in texts:
        card(page, text).hover()
        card(page, text).locator("[data-pick]").check()


def columns(page: Page, column: str) -> list[str]:
    """The texts of the cards in a column."""
    return list(page.locator(f"[data-column={column}] .card__text").all_inner_texts())


def test_chosen_cards_are_moved_together_and_brought_back(
    look: Open, facilitator: Facilitator, host: Player
) -> None:
    host.send("step.start", step=TOPICS)
    for text in ("Een", "Twee", "Drie", "Vier"):
        host.send("card.add", card=f"card-{text}", board=TOPICS, column=COLUMNS[0], text=text)
    laptop = look(facilitator)
    card(laptop, "Een").click(modifiers=["Control"], position={"x": 40, "y": 20})
    card(laptop, "Drie").click(modifiers=["Shift"], position={"x": 40, "y": 20})
    expect(laptop.locator(".selection__count")).to_contain_text("3")
    check_axe(laptop)
    laptop.locator("[data-do=move-chosen]").click()
    laptop.locator(".dialog__actions .button--primary").click()
    expect(laptop.locator(f"[data-column={COLUMNS[1]}] [data-card]")).to_have_count(3)
    expect(laptop.locator(".selection")).to_have_count(0)
    assert columns(laptop, COLUMNS[1]) == ["Een", "Twee", "Drie"]
    laptop.locator(".toast .button").first.click()
    expect(laptop.locator(f"[data-column={COLUMNS[0]}] [data-card]")).to_have_count(4)
    assert columns(laptop, COLUMNS[0]) == ["Een", "Twee", "Drie", "Vier"]


def test_own_cards_taken_away_together_come_back_with_one_undo(
    look: Open, facilitator: Facilitator, host: Player
) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 4)
    laptop = look(facilitator)
    choose(laptop, "Verhaal 000", "Verhaal 002")
    laptop.locator("[data-do=withdraw-chosen]").click()
    expect(laptop.locator("[data-card]")).to_have_count(2)
    laptop.keyboard.press("Control+z")
    expect(laptop.locator("[data-card]")).to_have_count(4)


def test_cards_of_others_are_taken_away_only_after_a_question(
    look: Open, facilitator: Facilitator, join: Join, host: Player, community: Made
) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 1)
    parent: Browser = join("Yara", "parent")
    other = parent.device(community.id).connect()
    other.send("card.add", card="card-of-yara", board=STORIES, column="story", text="Van Yara")
    laptop = look(facilitator)
    choose(laptop, "Verhaal 000", "Van Yara")
    laptop.locator("[data-do=withdraw-chosen]").click()
    expect(laptop.locator("dialog")).to_contain_text("Van Yara")
    expect(laptop.locator("[data-card]")).to_have_count(2)
    laptop.locator("[data-do=withdraw-all]").click()
    expect(laptop.locator("[data-card]")).to_have_count(0)


def test_the_keyboard_chooses_escape_lets_go_and_a_new_step_begins_without(
    look: Open, facilitator: Facilitator, host: Player
) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 2)
    laptop = look(facilitator)
    check = card(laptop, "Verhaal 000").locator("[data-pick]")
    check.focus()
    laptop.keyboard.press("Space")
    expect(laptop.locator(".selection")).to_be_visible()
    laptop.keyboard.press("Escape")
    expect(laptop.locator(".selection")).to_have_count(0)
    expect(laptop.locator("body[data-choosing]")).to_have_count(0)
    expect(check).not_to_be_checked()
    check.focus()
    laptop.keyboard.press("Space")
    host.send("step.start", step=THEMES)
    at(laptop, THEMES)
    expect(laptop.locator(".selection")).to_have_count(0)
    choose(laptop, "Verhaal 000", "Verhaal 001")
    laptop.locator("[data-do=together]").click()
    laptop.locator("#theme-name").fill("Samen eten")
    laptop.keyboard.press("Enter")
    expect(laptop.locator(".theme [data-card]")).to_have_count(2)
    expect(laptop.locator(".selection")).to_have_count(0)


def test_on_touch_the_menu_chooses_the_first_card(look: Open, facilitator: Facilitator, host: Player) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 2)
    tablet = look(facilitator, {**PHONE, "viewport": {"width": 820, "height": 1180}})
    expect(card(tablet, "Verhaal 000").locator("[data-pick]")).to_be_hidden()
    act(tablet, "Verhaal 000", "choose")
    card(tablet, "Verhaal 001").locator("[data-pick]").tap()
    expect(tablet.locator(".selection__count")).to_contain_text("2")


def test_who_may_not_do_it_with_all_is_offered_nothing(look: Open, join: Join, host: Player) -> None:
    host.send("step.start", step=STORIES)
    fill(host, 2)
    tablet = look(join("Yara", "parent"))
    all_there(tablet, 2)
    expect(tablet.locator("[data-pick]")).to_have_count(0)
    host.send("step.start", step=THEMES)
    at(tablet, THEMES)
    choose(tablet, "Verhaal 000")
    expect(tablet.locator("[data-do=together]")).to_be_visible()
    expect(tablet.locator("[data-do=withdraw-chosen]")).to_have_count(0)
