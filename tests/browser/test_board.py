"""The board in real browsers: live, hidden, without a connection, with the keyboard alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.scenario.pages import Browser, Facilitator, Made
from tests.server import ROOT, Server

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "node_modules/axe-core/axe.min.js"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed"),
    pytest.mark.skipif(not (ROOT / "static/build/manifest.json").exists(), reason="not built: make build"),
]

expect = playwright_api.expect
PHONE = (390, 844)
LAPTOP = (1280, 900)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM))
        yield running
        running.close()


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("board"), MINIDORP_DEMO="off") as running:
        yield running


@pytest.fixture(scope="module")
def facilitator(own_server: Server) -> Facilitator:
    return Facilitator(own_server, "marloes@voorbeeld.test")


@pytest.fixture
def place(facilitator: Facilitator) -> Made:
    """A new, empty community."""
    project = facilitator.project("Kleine dorpen")
    return facilitator.community(project, "Lindebuurt", "Samen plezier in onze buurt.", "Marloes")


@pytest.fixture
def look(browser: Any, own_server: Server, place: Made) -> Iterator[Open]:
    """Opens the room for somebody; an error in the page fails the test."""
    contexts: list[Any] = []
    errors: list[str] = []

    def open_page(who: Browser, size: tuple[int, int] = LAPTOP) -> Any:
        phone = size == PHONE
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="nl-NL", is_mobile=phone, has_touch=phone,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": c.name, "value": c.value or "", "url": own_server.url} for c in who.session.cookies]
        )
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{own_server.url}/c/{place.id}/")
        expect(page.locator("[data-shown-step]")).to_be_visible()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def join(own_server: Server, place: Made) -> Callable[[str, str], Browser]:
    def joined(name: str, role: str) -> Browser:
        who = Browser(own_server.url)
        who.join(place, name, role)
        return who

    return joined


def go_to(page: Any, step: str) -> None:
    """The core team brings everyone to a step."""
    phase = {"def": "define", "dis": "discovery", "dre": "dream", "des": "design", "dst": "destiny"}[step[:3]]
    page.locator(f".phase[data-phase={phase}] button").click()
    page.locator(f"button[data-step={step}]").click()
    page.locator(".steer__middle > button").first.click()
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
    expect(page.locator(".back-to-group")).to_have_count(0)


def at(page: Any, step: str) -> None:
    expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()


def write(page: Any, text: str, column: int = 0) -> None:
    area = page.locator(".composer__text").nth(column)
    area.fill(text)
    area.press("Control+Enter")


def card(page: Any, text: str) -> Any:
    return page.locator(".card", has_text=text)


def act(page: Any, text: str, action: str) -> None:
    """Choose something from a card's menu."""
    card(page, text).locator("[data-card-menu]").click()
    page.locator(f"[role=menuitem][data-action={action}]").click()


def texts(page: Any, within: str = ".board") -> list[str]:
    return list(page.locator(f"{within} .card__text").all_inner_texts())


def check_axe(page: Any) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))"
    )
    assert found == [], json.dumps(found, indent=1)


def test_two_people_see_the_same_at_once(facilitator: Facilitator, look: Open, join: Any) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    phone.locator(".composer__text").fill("De buurvrouw stond met soep voor de deur.")
    expect(laptop.locator(".board ~ *, .writing-now").first).to_be_visible()
    phone.locator(".composer button.button--primary").click()
    expect(card(laptop, "soep")).to_contain_text("Yara")
    expect(laptop.locator(".writing-now")).to_have_count(0)
    write(laptop, "Op dinsdag koken wij.")
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
    facilitator: Facilitator, look: Open, join: Any
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    phone.locator(".composer__text").fill(
        "Mijn zoon Finn van 3 is nog niet zindelijk. Ik dacht dat ik de enige was. Dat was niet zo."
    )
    phone.locator(".composer__tools input[type=checkbox]").check()
    phone.locator(".composer__tools .button--primary").click()
    expect(phone.locator(".composer .notice q")).to_contain_text("Mijn kind van 3")
    expect(laptop.locator(".card")).to_have_count(0)
    phone.locator(".composer .notice .button--primary").click()
    expect(card(laptop, "Mijn kind van 3 is nog niet zindelijk. Ik dacht")).to_be_visible()
    expect(laptop.locator(".card")).not_to_contain_text("Yara")
    phone.reload()
    act(phone, "Mijn kind", "withdraw")
    expect(laptop.locator(".card")).to_have_count(0)


def test_hidden_cards_never_reach_the_others(facilitator: Facilitator, look: Open, join: Any) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-2")
    at(phone, "def-2")
    frames: list[str] = []
    laptop.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    laptop.reload()
    laptop.locator("[data-do=hide]").click()
    expect(phone.locator(".badge", has=phone.locator("use[href$='#hidden']"))).to_be_visible()
    phone.locator(".composer__text").fill("Een geheim dat nog even dicht blijft.")
    phone.locator(".composer__tools .button--primary").click()
    expect(card(phone, "geheim")).to_be_visible()
    expect(laptop.locator(".card.is-hidden")).to_have_count(1)
    assert "geheim" not in laptop.content()
    assert frames and not any("geheim" in frame for frame in frames)
    laptop.locator("[data-do=reveal]").click()
    expect(card(laptop, "geheim")).to_contain_text("Yara")


def test_a_lost_connection_loses_nothing_and_doubles_nothing(
    own_server: Server, facilitator: Facilitator, look: Open, join: Any
) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    at(phone, "dre-2")
    own_server.kill()
    expect(phone.locator(".connection.is-lost")).to_be_visible()
    for text in ("Iedereen zegt hallo.", "Mijn kind heeft vrienden."):
        phone.locator(".composer__text").fill(text)
        phone.locator(".composer__tools .button--primary").click()
    expect(phone.locator(".card.is-pending")).to_have_count(2)
    phone.locator(".composer__text").fill("Nog niet af")
    own_server.start()
    phone.reload()
    for page in (phone, laptop):
        expect(page.locator(".card")).to_have_count(2, timeout=20_000)
        expect(page.locator(".card.is-pending")).to_have_count(0)
        assert texts(page) == ["Iedereen zegt hallo.", "Mijn kind heeft vrienden."]
    expect(phone.locator(".composer__text")).to_have_value("Nog niet af")


def test_without_network_a_phone_goes_on_writing(facilitator: Facilitator, look: Open, join: Any) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    at(phone, "dre-2")
    phone.context.set_offline(True)
    phone.locator(".composer__text").fill("Iedereen zegt hallo.")
    phone.locator(".composer__tools .button--primary").click()
    expect(card(phone, "hallo")).to_be_visible()
    write(laptop, "De Speelkeet zit vol.")
    phone.context.set_offline(False)
    expect(card(laptop, "hallo")).to_be_visible(timeout=20_000)
    expect(card(phone, "Speelkeet")).to_be_visible()
    expect(phone.locator(".card.is-pending")).to_have_count(0)
    assert sorted(texts(phone)) == sorted(texts(laptop)) == ["De Speelkeet zit vol.", "Iedereen zegt hallo."]


def test_a_network_without_websockets_is_live_as_well(
    own_server: Server, facilitator: Facilitator, look: Open, join: Any, place: Made
) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    phone.add_init_script(
        "window.WebSocket = class { constructor() { setTimeout(() => this.onerror?.(new Event('error'))); }"
        " close() {} };"
    )
    polls: list[str] = []
    phone.on("request", lambda request: polls.append(request.url))
    phone.reload()
    at(phone, "dre-2")
    phone.locator(".composer__text").fill("Iedereen zegt hallo.")
    phone.locator(".composer__tools .button--primary").click()
    expect(card(laptop, "hallo")).to_be_visible()
    write(laptop, "De Speelkeet zit vol.")
    expect(card(phone, "Speelkeet")).to_be_visible()
    assert any("transport=polling" in url for url in polls)


def test_the_keyboard_does_everything(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "def-2")
    press = page.keyboard.press
    for _ in range(60):
        press("Tab")
        if page.evaluate("document.activeElement.className.includes('composer__text')"):
            break
    for text in ("eerste", "tweede"):
        page.keyboard.type(text)
        press("Control+Enter")
        expect(card(page, text)).to_be_visible()
        expect(page.locator(".card.is-pending")).to_have_count(0)
    for _ in range(20):
        press("Tab")
        if page.evaluate("document.activeElement.dataset.cardMenu !== undefined"):
            break
    press("ArrowDown")
    expect(card(page, "tweede").locator("[data-card-menu]")).to_be_focused()
    press("Enter")
    expect(page.locator("[role=menuitem]").first).to_be_focused()
    while page.evaluate("document.activeElement.dataset.action") != "move":
        press("ArrowDown")
    press("Enter")
    expect(page.locator("dialog input[type=radio]").first).to_be_focused()
    press("ArrowDown")
    press("Enter")
    expect(page.locator("[data-column=more] .card")).to_contain_text("tweede")
    press("Control+z")
    expect(page.locator("[data-column=missing] .card")).to_have_count(2)
    card(page, "eerste").locator("[data-card-menu]").focus()
    press("Space")
    press("Escape")
    expect(card(page, "eerste").locator("[data-card-menu]")).to_be_focused()


def test_cards_become_themes_and_can_be_taken_apart(facilitator: Facilitator, look: Open, join: Any) -> None:
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


def test_dots_are_counted_only_when_they_are_closed(facilitator: Facilitator, look: Open, join: Any) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-3")
    write(laptop, "Meer samen doen")
    write(laptop, "Dichtbij elkaar")
    laptop.locator("#budget").fill("1")
    laptop.locator("[data-do=open-dots]").click()
    at(phone, "def-3")
    card(phone, "Dichtbij").locator(".dots button").last.click()
    expect(card(phone, "Dichtbij").locator(".dot.is-given")).to_have_count(1)
    expect(card(phone, "Meer samen").locator(".dots button").last).to_be_disabled()
    expect(laptop.locator(".dot.is-given")).to_have_count(0)
    laptop.locator("[data-do=close-dots]").click()
    expect(card(phone, "Dichtbij").locator(".tally .dot")).to_have_count(1)
    expect(card(laptop, "Meer samen").locator(".tally")).to_contain_text("0")


def test_nobody_is_torn_away_from_what_they_write(facilitator: Facilitator, look: Open, join: Any) -> None:
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
    writer.locator(".composer__tools .button--primary").click()
    expect(card(writer, "bezig")).to_be_visible()
    writer.locator(".back-to-group").click()
    at(writer, "def-3")


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_axe_finds_nothing_in_any_step(
    facilitator: Facilitator, look: Open, join: Any, size: tuple[int, int]
) -> None:
    page = look(facilitator, size)
    steps = "def-1 def-2 def-3 dis-1 dis-3 dre-1 des-3 des-5 dst-1 dst-2 dst-3 dst-4"
    for step in steps.split():
        go_to(page, step)
        if page.locator(".composer__text").count():
            write(page, f"Kaartje bij {step}")
        check_axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{step} scrolls sideways"


def test_a_word_goes_from_hard_to_plain(facilitator: Facilitator, look: Open, join: Any) -> None:
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
    own_server: Server, facilitator: Facilitator, look: Open, join: Any, place: Made
) -> None:
    settings = f"/c/{place.id}/settings"
    facilitator.submit(settings, f"{settings}/member", name="Joke", role="parent", organisation="")
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "dst-2")
    at(phone, "dst-2")
    laptop.locator(".room__main p > .button--primary").click()
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
    expect(phone.locator(".notice--warn")).to_contain_text("Joke")
    close = laptop.locator(".sheet > .cluster .button--primary")
    expect(close).to_be_disabled()
    phone.locator("[data-answer=agree]").click()
    phone.locator(".sheet form .button--primary").click()
    expect(close).to_be_enabled()
    close.click()
    expect(phone.locator(".earlier .badge--good")).to_be_visible()


def test_an_agreement_says_what_is_still_open(facilitator: Facilitator, look: Open, join: Any) -> None:
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
