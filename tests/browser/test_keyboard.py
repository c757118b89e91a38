"""Every page by keyboard alone: Tab reaches every control, one sees where one is, Enter and Space act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import DESKTOP, PHONE, OpenScreen
from tests.scenario.pages import Browser, Facilitator, Made
from tests.scenario.player import Player
from tests.server import ROOT, Server

if TYPE_CHECKING:
    from playwright.sync_api import Expect, Locator, Page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
expect: Expect = playwright_api.expect
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (ROOT / "static/build/manifest.json").exists(), reason="not built: make build"),
]

CONTROLS = """() => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const seen = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest("[inert], details:not([open]) > :not(summary)");
  const radios = (one) =>
    [...document.querySelectorAll("input[type=radio]")].filter((other) => other.name === one.name);
  const chosen = (one) => radios(one).find((other) => other.checked) ?? radios(one)[0];
  window.__controls = [...document.querySelectorAll(kinds + ", [contenteditable=true]")].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && seen(one) && (one.type !== "radio" || chosen(one) === one),
  );
  return window.__controls.map((one) => one.outerHTML.slice(0, 120));
}"""
WHERE = """async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const outlined = (one) => one !== null && getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const shadowed = (one) => one !== null && getComputedStyle(one).boxShadow !== "none";
  const ring = outlined(here) || outlined(here.parentElement) || outlined(here.closest("label"))
    || shadowed(here) || shadowed(here.closest("form"));
  const box = (here.checkVisibility({ opacityProperty: true }) ? here : here.closest("label") ?? here)
    .getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight;
  const middle = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 60), middle);
  const related = top === null || here.contains(top) || top.contains(here)
    || (top.closest("label")?.contains(here) ?? false);
  const number = window.__controls.indexOf(here);
  const by = related ? "" : top.outerHTML.slice(0, 80);
  return { number, html: here.outerHTML.slice(0, 120), ring, inside, by };
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("keyboard"), MINIDORP_DEMO="off") as running:
        yield running


@pytest.fixture(scope="module")
def facilitator(server: Server) -> Facilitator:
    return Facilitator(server, "noor@voorbeeld.test")


@pytest.fixture(scope="module")
def community(facilitator: Facilitator) -> Made:
    return facilitator.community(facilitator.project("Samen groot"), "Lindebuurt", "Meer ontmoeten", "Noor")


@pytest.fixture(scope="module")
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection, to bring everyone to a step."""
    device = facilitator.device(community.id).connect()
    yield device
    device.leave()


def sign_in(page: Page, server: Server, who: Browser) -> None:
    """Give a screen somebody's cookies."""
    kept = who.session.cookies
    page.context.add_cookies([{"name": c.name, "value": c.value or "", "url": server.url} for c in kept])


def complaints_on_the_way(page: Page) -> list[str]:
    """Tab through the whole page; what was not reached, not visible, or hidden behind something."""
    controls = page.evaluate(CONTROLS)
    reached: set[int] = set()
    found = []
    for _ in range(len(controls) * 2 + 10):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here is None:
            continue
        if here["number"] in reached and len(reached) >= len(controls):
            break
        reached.add(here["number"])
        if not here["ring"]:
            found.append(f"no ring: {here['html']}")
        if not here["inside"]:
            found.append(f"not on the screen: {here['html']}")
        if here["by"]:
            found.append(f"behind {here['by']}: {here['html']}")
    found += [f"not reached: {html}" for number, html in enumerate(controls) if number not in reached]
    return [f"{page.url} {one}" for one in dict.fromkeys(found)]


OUTSIDE = ["/", "/signin", "/return", "/join/{code}", "/nowhere"]
INSIDE = [
    "/home",
    "/projects/new",
    "/communities/new",
    "/c/{id}/invite",
    "/c/{id}/settings",
    "/c/{id}/me",
]
STEPS = ["def-1", "dis-3", "dre-1", "des-4", "des-5", "dst-2", "dst-3", "dst-4"]


@pytest.mark.parametrize("kind", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_tab_reaches_everything_on_the_pages_at_the_door(
    server: Server, community: Made, open_screen: OpenScreen, kind: dict[str, Any]
) -> None:
    page, found = open_screen(kind), []
    for path in OUTSIDE:
        page.goto(server.url + path.format(id=community.id, code=community.code))
        found += complaints_on_the_way(page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_tab_reaches_everything_on_a_facilitators_pages(
    server: Server, facilitator: Facilitator, community: Made, open_screen: OpenScreen, kind: dict[str, Any]
) -> None:
    page, found = open_screen(kind), []
    sign_in(page, server, facilitator)
    for path in INSIDE:
        page.goto(server.url + path.format(id=community.id, code=community.code))
        found += complaints_on_the_way(page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_tab_reaches_everything_in_the_room(
    server: Server,
    facilitator: Facilitator,
    community: Made,
    host: Player,
    open_screen: OpenScreen,
    kind: dict[str, Any],
) -> None:
    page, found = open_screen(kind), []
    sign_in(page, server, facilitator)
    for step in STEPS:
        host.send("step.start", step=step)
        page.goto(f"{server.url}/c/{community.id}/")
        expect(page.locator(f"[data-shown-step={step}]")).to_be_visible()
        found += complaints_on_the_way(page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_tab_reaches_everything_at_the_vision(
    server: Server, facilitator: Facilitator, community: Made, open_screen: OpenScreen, kind: dict[str, Any]
) -> None:
    page, found = open_screen(kind), []
    sign_in(page, server, facilitator)
    page.goto(f"{server.url}/c/{community.id}/vision")
    for mode in ("Lezen", "Schrijven"):
        button = page.get_by_role("button", name=mode, exact=True)
        if button.count():  # on a phone there is one button: to the other mode
            button.click()
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        found += complaints_on_the_way(page)
    assert found == [], "\n".join(found)


class Keys:
    """Somebody with a keyboard and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, control: Locator, most: int = 150) -> None:
        """Press Tab until this control has the focus."""
        expect(control).to_be_visible()
        for _ in range(most):
            if control.evaluate("(one) => one === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to {control}")


def test_joining_a_card_a_move_and_a_dot_by_keyboard_alone(
    server: Server, community: Made, host: Player, open_screen: OpenScreen
) -> None:
    page = open_screen(DESKTOP)
    keys = Keys(page)
    host.send("step.start", step="def-2")
    page.goto(server.url)
    keys.tab_to(page.get_by_label("Code van je groep"))
    page.keyboard.type(community.code)
    keys.press("Enter")
    keys.tab_to(page.get_by_role("radio").first)
    keys.press("Space")
    expect(page.get_by_role("radio", name=re.compile("^Ouder"))).to_be_checked()
    keys.tab_to(page.get_by_label("Je voornaam"))
    page.keyboard.type("Yara")
    keys.press("Enter")
    keys.tab_to(page.get_by_role("button", name="Ik heb ze, ga verder"))
    keys.press("Space")
    keys.tab_to(page.get_by_role("textbox", name="Schrijf een kaartje voor: Dit mis ik"))
    page.keyboard.type("Een plek om te zitten.")
    keys.tab_to(page.locator("[data-column=missing]").get_by_role("button", name="Delen"))
    keys.press("Enter")
    card = page.locator("[data-card]", has_text="Een plek om te zitten.")
    expect(card).to_be_visible()
    move_by_keyboard(page, keys, card)
    dot_by_keyboard(page, keys, host)


def move_by_keyboard(page: Page, keys: Keys, card: Locator) -> None:
    """Move the card to the other column, with its menu."""
    keys.tab_to(card.get_by_role("button", name=re.compile("^Wat wil je met")))
    keys.press("Enter")
    wanted = page.get_by_role("menuitem", name="Leg ergens anders…")
    for _ in range(8):
        if wanted.evaluate("(one) => one === document.activeElement"):
            break
        keys.press("ArrowDown")
    keys.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("radio").first).to_be_focused()
    keys.press("ArrowDown", "Enter")
    expect(page.locator("[data-column=more] [data-card]", has_text="Een plek")).to_be_visible()


def dot_by_keyboard(page: Page, keys: Keys, host: Player) -> None:
    """Give a dot and take it back."""
    host.send("step.start", step="def-3")
    expect(page.locator("[data-shown-step=def-3]")).to_be_visible()
    host.send(
        "card.add", card="proposal-1", board="def-3", column="topic", text="Meer samen koken", lang="nl"
    )
    host.send("dots.open", board="def-3", budget=1)
    give = page.get_by_role("button", name="Geef een stip aan: Meer samen koken")
    keys.tab_to(give)
    keys.press("Space")
    expect(give).to_be_disabled()
    keys.tab_to(page.get_by_role("button", name=re.compile("stip.*Meer samen koken")).first)
    keys.press("Enter")
    expect(give).to_be_enabled()
