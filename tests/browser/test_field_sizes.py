"""Fields have letters of 16 px or more on a phone: with smaller ones an iPhone zooms in and stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.board import act, card, expect, needs_browser
from tests.browser.conftest import PHONE, Open, OpenScreen
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

LEAST = 16
# What is folded away is measured as well. A box to tick or a slider has no letters.
SMALL = """(least) => [...document.querySelectorAll("input, select, textarea, [contenteditable=true]")]
  .filter((one) => !["hidden", "checkbox", "radio", "range", "submit", "file"].includes(one.type))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < least)
  .map((one) => one.outerHTML.slice(0, 120))"""
FIELDS = "() => document.querySelectorAll('input, select, textarea').length"
AT_THE_DOOR = ["/", "/signin", "/return", "/join/{code}", "/styleguide"]
INSIDE = ["/home", "/projects/new", "/communities/new", "/c/{id}/invite", "/c/{id}/settings", "/c/{id}/me"]


def small(page: Page) -> list[str]:
    return [f"{page.url}: {one}" for one in page.evaluate(SMALL, LEAST)]


def signed_in(page: Page, server: Server, who: Facilitator) -> Page:
    page.context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": server.url} for c in who.session.cookies]
    )
    return page


def test_on_every_page(
    own_server: Server, facilitator: Facilitator, community: Made, open_screen: OpenScreen
) -> None:
    found: list[str] = []
    fields = 0
    guest, page = open_screen(PHONE), signed_in(open_screen(PHONE), own_server, facilitator)
    for screen, paths in ((guest, AT_THE_DOOR), (page, INSIDE)):
        for path in paths:
            screen.goto(own_server.url + path.format(id=community.id, code=community.code))
            found += small(screen)
            fields += screen.evaluate(FIELDS)
    assert fields > 30
    assert found == [], "\n".join(found)


def test_on_every_step_and_in_the_dialogs(
    own_server: Server, facilitator: Facilitator, community: Made, look: Open
) -> None:
    host = facilitator.device(community.id).connect()
    steps = [step["id"] for phase in look(facilitator).evaluate(BOOT)["phases"] for step in phase["steps"]]
    assert len(steps) > 15
    page = look(facilitator, PHONE)
    found: list[str] = []
    for step in steps:
        host.send("step.start", step=step)
        expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
        expect(page.locator(".room__main p.visually-hidden")).to_have_count(0)
        found += small(page)
    host.send("step.start", step="dis-3")
    host.send("card.add", card="card-000001", board="dis-2", column="story", text="Soep", lang="ar")
    expect(card(page, "Soep")).to_be_visible()
    for action in ("edit", "theme"):
        act(page, "Soep", action)
        expect(page.locator(".dialog input, .dialog textarea").first).to_be_visible()
        found += small(page)
        page.keyboard.press("Escape")
    for step in ("dst-2", "dst-4"):
        host.send("step.start", step=step)
        expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
        page.locator("[data-act=open-consent], .room__main p > .button--primary").first.click()
        expect(page.locator(".dialog .field").first).to_be_visible()
        found += small(page)
        page.keyboard.press("Escape")
    host.leave()
    page.goto(f"{own_server.url}/c/{community.id}/vision")
    page.locator(".section__text").first.wait_for()
    found += small(page)
    assert found == [], "\n".join(found)


BOOT = "() => JSON.parse(document.getElementById('boot').textContent)"
