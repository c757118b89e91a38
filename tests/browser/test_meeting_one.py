"""The first meeting, led from the bar: a laptop, a beamer window and four phones, and no menu on the way."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.browser.board import card, expect, needs_browser, write
from tests.browser.conftest import DESKTOP, PHONE, Join, Open
from tests.scenario.pages import Facilitator, Made

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

PEOPLE = {"Yara": "parent", "Kasia": "parent", "Tom": "professional", "Ruud": "researcher"}
NO_MENU = """() => {
  globalThis.opened = [];
  const seen = () => {
    const found = document.querySelectorAll("[role=menu], .drawer, dialog[open]");
    for (const one of found) opened.push(one.className);
  };
  new MutationObserver(seen).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""


class Meeting:
    """Everyone's screens, and what the one who leads does: only what stands in the bar."""

    def __init__(self, laptop: Page, beamer: Page, phones: dict[str, Page]) -> None:
        self.laptop, self.beamer, self.phones = laptop, beamer, phones
        laptop.evaluate(NO_MENU)

    def act(self, name: str) -> None:
        """Press the real next act."""
        self.laptop.locator(f"[data-act={name}]").click()

    def go_on(self) -> None:
        """Go on to what comes next."""
        self.laptop.locator("[data-next-step]").click()

    def everyone_at(self, step: str) -> None:
        """Every screen shows this step."""
        for page in (self.laptop, self.beamer, *self.phones.values()):
            expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()

    def everyone_hears(self, name: str) -> None:
        """Every screen says what is on between two steps."""
        for page in (self.laptop, *self.phones.values()):
            expect(page.locator("h1")).to_have_text(name)
        expect(self.beamer.locator("main")).to_contain_text(name)

    def share(self, who: str, text: str) -> None:
        """Write a card on a phone; it is on the laptop's board."""
        phone = self.phones[who]
        if phone.locator("[data-do=another]").count():
            phone.locator("[data-do=another]").tap()
        phone.locator(".composer__text").fill(text)
        phone.locator("[data-do=share]").tap()
        expect(phone.locator(".ask__shared .card")).to_contain_text(text)

    def menus_opened(self) -> list[str]:
        """What opened on the laptop besides the page itself."""
        return list(self.laptop.evaluate("opened"))


def test_the_first_meeting_is_led_from_the_bar(
    facilitator: Facilitator, look: Open, join: Join, community: Made
) -> None:
    settings = f"/c/{community.id}/settings"
    facilitator.submit(
        settings,
        f"{settings}/meeting",
        date=datetime.datetime.now().date().isoformat(),
        title="Kiezen en vertellen",
        place="De Speelkeet",
        phases=["define", "discovery"],
    )
    laptop = look(facilitator, DESKTOP)
    beamer = laptop.context.new_page()
    beamer.set_viewport_size({"width": 1920, "height": 1080})
    beamer.goto(laptop.url.rstrip("/") + "/screen")
    beamer.locator("[data-shown-step]").wait_for()
    meeting = Meeting(laptop, beamer, {name: look(join(name, role), PHONE) for name, role in PEOPLE.items()})

    meeting.act("open-meeting")
    meeting.everyone_hears("Inloop met koffie")
    meeting.go_on()
    meeting.everyone_at("def-1")
    for n, name in enumerate(PEOPLE):
        meeting.phones[name].locator(".moment").nth(n).tap()
        meeting.share(name, f"Fijn om hier te zijn, {n + 1}.")
    expect(laptop.locator(".board .card")).to_have_count(4)

    meeting.go_on()
    meeting.everyone_at("def-2")
    meeting.phones["Yara"].locator(".tab").nth(1).tap()
    meeting.share("Yara", "Meer samen eten.")
    meeting.phones["Tom"].locator(".tab").nth(1).tap()
    meeting.share("Tom", "Meer plekken om te spelen.")
    expect(card(laptop, "Meer samen eten.")).to_be_visible()

    meeting.go_on()
    meeting.everyone_at("def-3")
    meeting.act("open-dots")
    for page in meeting.phones.values():
        page.locator(".sequence .dots button").last.tap()
        page.locator(".sequence .dots button").last.tap()
    meeting.act("close-dots")
    expect(laptop.locator(".tally").first).to_contain_text("8")
    meeting.act("topic")
    expect(laptop.locator(".card--chosen")).to_contain_text("Meer samen eten.")

    meeting.go_on()
    meeting.everyone_at("dis-1")
    expect(meeting.phones["Kasia"].locator(".question__text")).to_contain_text("Meer samen eten")
    meeting.share("Kasia", "De buurvrouw stond met soep voor de deur.")
    meeting.go_on()
    meeting.everyone_hears("Pauze")
    meeting.go_on()
    meeting.everyone_at("dis-2")
    meeting.share("Ruud", "Op dinsdag koken drie oma's.")
    write(laptop, "Wij zongen in de kring.")

    meeting.go_on()
    meeting.everyone_at("dis-3")
    for text in ("soep", "dinsdag"):
        card(laptop, text).locator("input[type=checkbox]").check()
    assert meeting.menus_opened() == []
    laptop.locator("[data-do=together]").click()
    laptop.locator("#theme-name").fill("Samen eten")
    laptop.keyboard.press("Enter")
    expect(meeting.phones["Yara"].locator(".theme .card")).to_have_count(2)
    laptop.evaluate("opened.length = 0")

    meeting.go_on()
    meeting.everyone_hears("Rondje: wat neem je mee?")
    meeting.act("close-meeting")
    expect(laptop.locator("[data-act=close-meeting]")).to_have_count(0)
    assert meeting.menus_opened() == []
