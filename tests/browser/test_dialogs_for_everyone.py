"""Whatever opens over the page: axe-core finds nothing in it, Escape closes it and gives the focus back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import expect, go_to, needs_browser, open_part
from tests.browser.conftest import DESKTOP, PHONE, OpenScreen, axe_finds
from tests.scenario.pages import Facilitator
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser

STEPS = ("def-1", "dis-2", "dis-3", "des-4", "des-5", "des-6", "dst-2", "dst-4")
"""One or two of each tool."""
PARTS = ("step", "road", "people", "more")
MENU = "[role=menu]"
MENUS_A_STEP = 6
WHERE_THE_FOCUS_IS = "document.activeElement?.closest('dialog') ? 'dialog' : document.activeElement?.tagName"
GONE = """() => new MutationObserver(() => {
  if (!document.querySelector("dialog")) globalThis.focused ??= document.activeElement.ariaLabel ?? "nowhere";
}).observe(document.body, { childList: true, subtree: true })"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("dialogs")) as running:
        yield running


@pytest.fixture(scope="module")
def noor(demo: Server) -> Facilitator:
    return Facilitator(demo, "noor@voorbeeld.test")


@pytest.fixture
def guide(open_screen: OpenScreen, demo: Server, noor: Facilitator, size: dict[str, Any]) -> Page:
    """The demo, for who guides it."""
    listed = json.loads(demo.command("community", "list", "--json").stdout)
    community = next(one["id"] for one in listed if one["demo"])
    page = open_screen(size)
    page.context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": demo.url} for c in noor.session.cookies]
    )
    page.goto(f"{demo.url}/c/{community}/")
    page.locator("[data-shown-step]").wait_for()
    return page


class Walk:
    """Opens every menu and dialog of a page once, and gathers what is wrong."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialogs: set[str] = set()
        self.complaints: list[str] = []

    def step(self, step: str) -> None:
        """Every choice of the first menus of a step."""
        go_to(self.page, step)
        used: set[str] = set()
        for at in range(MENUS_A_STEP):
            while action := self._unused(at, used):
                used.add(action)
                self.page.locator(f"{MENU} [data-action={action}]").click()
                self._look(f"{step} {action}")

    def _unused(self, at: int, used: set[str]) -> str | None:
        """Open a menu and return a choice that was not used yet; the menu is closed when there is none."""
        menus = self.page.locator("button[aria-haspopup=menu]:visible")
        if at >= menus.count():
            return None
        menus.nth(at).click()
        expect(self.page.locator(MENU)).to_be_visible()
        shown = self.page.locator(f"{MENU} button[data-action]")
        for action in shown.evaluate_all("(all) => all.map((one) => one.dataset.action)"):
            if action not in used:
                return str(action)
        self.page.keyboard.press("Escape")
        expect(self.page.locator(MENU)).to_have_count(0)
        return None

    def _look(self, where: str) -> None:
        """When a dialog opened: is it good, and does it close."""
        opened = self._opened()
        if opened is None:
            return
        title = opened.locator("h2").first.inner_text()
        if title not in self.dialogs:
            self.dialogs.add(title)
            self.complaints += [f"{where}: {one}" for one in axe_finds(self.page, "dialog[open]")]
            inside = self.page.evaluate(WHERE_THE_FOCUS_IS)
            if inside != "dialog":
                self.complaints.append(f"{where}: the focus is not in “{title}” but on {inside}")
        self.page.keyboard.press("Escape")
        expect(self.page.locator("dialog[open]")).to_have_count(0)
        if self.page.evaluate("document.activeElement === document.body"):
            self.complaints.append(f"{where}: after “{title}” the focus is nowhere")

    def _opened(self) -> Locator | None:
        dialog = self.page.locator("dialog[open]")
        self.page.wait_for_timeout(150)
        return dialog if dialog.count() else None


@pytest.mark.parametrize(("size", "least"), [(DESKTOP, 8), (PHONE, 5)], ids=["laptop", "phone"])
def test_every_dialog_of_every_menu(guide: Page, least: int) -> None:
    walk = Walk(guide)
    for step in STEPS:
        walk.step(step)
    assert walk.complaints == [], "\n".join(walk.complaints)
    assert len(walk.dialogs) >= least, walk.dialogs


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_the_focus_is_back_as_soon_as_a_dialog_has_gone(guide: Page) -> None:
    go_to(guide, "des-6")
    guide.get_by_role("button", name="Meer over de tekst").tap()
    guide.locator("[data-action=task]").tap()
    expect(guide.locator("dialog[open]")).to_be_visible()
    guide.evaluate(GONE)
    guide.keyboard.press("Escape")
    expect(guide.locator("dialog")).to_have_count(0)
    assert guide.evaluate("focused") == "Meer over de tekst"


@pytest.mark.parametrize(
    ("size", "parts"), [(DESKTOP, (*PARTS, "help")), (PHONE, PARTS)], ids=["laptop", "phone"]
)
def test_every_part_of_the_drawer(guide: Page, parts: tuple[str, ...]) -> None:
    found = []
    for part in parts:
        open_part(guide, part)
        expect(guide.locator(f"[data-part={part}][aria-current]")).to_be_visible()
        found += axe_finds(guide)
    assert found == [], "\n".join(found)
