"""The tour of the demo: a visitor guides, watches the beamer and is a parent, in three frames of one page."""

from __future__ import annotations

from tests.browser.board import check_axe, expect, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, OpenScreen
from tests.server import Server

pytestmark = needs_browser


def test_what_the_parent_writes_is_on_the_laptop_and_the_beamer(
    server: Server, open_screen: OpenScreen
) -> None:
    page = open_screen({**DESKTOP, "viewport": {"width": 1280, "height": 1400}})
    page.goto(f"{server.url}/demo")
    expect(page.locator(".tour__frame")).to_have_count(3)
    guide, screen, parent = (
        page.frame_locator(f".tour__screen--{name} .tour__frame") for name in ("guide", "screen", "parent")
    )
    # The three show one step, in which the parent can write.
    step = guide.locator("[data-shown-step]").get_attribute("data-shown-step")
    for frame in (screen, parent):
        expect(frame.locator(f"[data-shown-step={step}]")).to_be_visible()
    parent.locator(".composer__text").fill("Wij zingen samen in de gang.")
    parent.locator("[data-do=share]").click()
    expect(guide.locator(".card", has_text="Wij zingen samen in de gang.")).to_be_visible()
    there = screen.locator(".pages__page .stage-card", has_text="Wij zingen samen in de gang.")
    expect(there).to_be_visible(timeout=30_000)
    # Each is somebody of their own.
    expect(guide.locator("[data-next-step], [data-act]").first).to_be_visible()
    expect(parent.locator("[data-act]")).to_have_count(0)
    guide.locator("[data-next-step]").click()
    expect(guide.locator(f"[data-shown-step={step}]")).to_have_count(0)
    now = guide.locator("[data-shown-step]").get_attribute("data-shown-step")
    for frame in (screen, parent):
        expect(frame.locator(f"[data-shown-step={now}]")).to_be_visible()


def test_on_a_phone_the_three_open_alone(server: Server, open_screen: OpenScreen) -> None:
    page = open_screen(PHONE)
    page.goto(f"{server.url}/demo")
    links = page.locator(".tour__link")
    expect(links).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check_axe(page)
    with page.context.expect_page() as opened:
        links.last.click()
    expect(opened.value.locator("[data-shown-step]")).to_be_visible()
