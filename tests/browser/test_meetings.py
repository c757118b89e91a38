"""A meeting in real browsers: planned and opened on the settings page, led along its road in the room."""

from __future__ import annotations

from tests.browser.board import at, expect, needs_browser, open_part
from tests.browser.conftest import PHONE, Join, Open, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

pytestmark = needs_browser


def test_a_meeting_goes_from_coffee_to_steps_and_breaks_for_everyone(
    facilitator: Facilitator, community: Made, own_server: Server, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    laptop.goto(f"{own_server.url}/c/{community.id}/settings")
    laptop.locator("#new-date").fill("2027-01-12")
    laptop.locator("#new-title").fill("Kiezen en vertellen")
    for phase in ("define", "discovery"):
        laptop.locator(f"#meetings input[value={phase}]").last.check()
    laptop.locator("#meetings form").last.get_by_role("button", name="Plan").click()
    laptop.locator("#meetings summary", has_text="Programma").first.click()
    expect(laptop.locator("#meetings ol").first).to_contain_text("Pauze")
    laptop.locator("#meetings summary", has_text="open").first.click()
    laptop.locator("#meetings form[action$=open] button").click()
    laptop.goto(f"{own_server.url}/c/{community.id}/")
    open_part(laptop, "road")
    expect(laptop.locator(".road [aria-current=step]")).to_contain_text("Inloop")
    expect(phone.locator("#between-title")).to_contain_text("Inloop")
    laptop.locator("[data-item=def-2] button").click()
    at(laptop, "def-2")
    expect(phone.locator("#between-title")).to_have_count(0)
    at(phone, "def-2")
    laptop.locator("[data-item=break] button").click()
    expect(phone.locator("#between-title")).to_have_text("Pauze")
    expect(laptop.locator("[data-item=def-2]")).to_contain_text("klaar")
    assert axe_finds(laptop) == [] and axe_finds(phone) == []
