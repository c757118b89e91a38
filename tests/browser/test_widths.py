"""Bars, tabs and badges at every width from 320 to 2560 px, with long compounds and in Arabic."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board import at, needs_browser, open_part
from tests.browser.conftest import OpenScreen
from tests.browser.layout import faults, right_to_left, served
from tests.scenario.pages import Facilitator
from tests.scenario.player import new_id
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

WIDTHS = [*range(320, 1400, 20), *range(1400, 2561, 80)]
LONG = "Meervoudigepeutergroepsondersteuningsbijeenkomst"
ARABIC = "لقاءات دعم مجموعات الأطفال الصغار المتعددة في الحي"
# What stands side by side in these never lies over each other; what has text is not wider than its place.
ROWS = (
    ".bar", ".bar__where", ".steer", ".strip", ".question__tools", ".strip__status", ".drawer__tabs",
    ".drawer__head", ".column__head", ".theme__head", ".sequence__bar", ".look__bar", ".board-bar",
    ".card__meta", ".dots",
)  # fmt: skip
OVERLAPS = """(rows) => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true })
    && getComputedStyle(one).clipPath === "none"
    && getComputedStyle(one).position !== "absolute" && one.getBoundingClientRect().width > 0;
  const words = (one) => one.textContent.trim().slice(0, 20);
  const name = (one) => `${one.localName}.${one.className.baseVal ?? one.className} “${words(one)}”`;
  const found = [];
  for (const row of document.querySelectorAll(rows)) {
    if (!seen(row)) continue;
    const parts = [...row.children].filter(seen);
    for (const [n, one] of parts.entries()) {
      const a = one.getBoundingClientRect();
      const place = row.getBoundingClientRect();
      const told = `${name(one)} in ${row.className}`;
      if (a.left < place.left - 1 || a.right > place.right + 1) found.push(`out of its row: ${told}`);
      if (a.left < -1 || a.right > innerWidth + 1) found.push(`off the screen: ${told}`);
      for (const other of parts.slice(n + 1)) {
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) found.push(`${name(one)} over ${name(other)} in ${row.className}`);
      }
    }
  }
  return found;
}"""


BOOT = re.compile(r'(<script[^>]*id="boot"[^>]*>)(.*?)(</script>)', re.S)
SETTLED = "async () => { for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame); }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("widths"), MINIDORP_DEMO="off") as running:
        yield running


@pytest.fixture(scope="module")
def facilitator(server: Server) -> Facilitator:
    return Facilitator(server, "noor@voorbeeld.test")


def renamed(name: str, turned: bool) -> Callable[[str], str]:
    """Changes a page so that its steps, phases and columns all have this name."""

    def change(page: str) -> str:
        found = BOOT.search(page)
        if found is None:
            return page
        boot: dict[str, Any] = json.loads(found[2])
        for phase in boot["phases"]:
            phase["name"] = name
            for step in phase["steps"]:
                step["name"] = name
                for column in step["columns"]:
                    column["title"] = name
        written = json.dumps(boot).replace("<", "\\u003c")
        page = page[: found.start(2)] + written + page[found.end(2) :]
        return right_to_left(page) if turned else page

    return change


def wrong_at_any_width(page: Page, where: str) -> list[str]:
    """Make the window wider and wider; what is wrong, with the first and the last width where it is."""
    found: dict[str, list[int]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(SETTLED)
        for one in [*faults(page, bar=56), *page.evaluate(OVERLAPS, ", ".join(ROWS))]:
            found.setdefault(re.sub(r"\d+ px", "… px", one), []).append(width)
    return [f"{where}, {widths[0]}–{widths[-1]} px: {one}" for one, widths in found.items()]


@pytest.mark.parametrize("name", [LONG, ARABIC], ids=["compound", "arabic"])
def test_nothing_is_too_wide_or_lies_over_another_at_any_width(
    server: Server, facilitator: Facilitator, open_screen: OpenScreen, name: str
) -> None:
    made = facilitator.community(facilitator.project(name[:40]), name[:60], name, name[:40])
    host = facilitator.device(made.id).connect()
    page = open_screen({"viewport": {"width": WIDTHS[0], "height": 800}})
    page.context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": server.url} for c in facilitator.session.cookies]
    )
    served(page.context, renamed(name, name is ARABIC))
    cards = [new_id() for _ in range(3)]
    for step in ("def-3", "dis-2"):
        host.send("step.start", step=step)
    for card in cards:
        host.send("card.add", card=card, board="dis-2", column="story", text=f"{name} {name}", lang="nl")
    host.send("theme.add", theme=new_id(), name=name[:40], cards=cards[:2])
    for card in [new_id() for _ in range(3)]:
        host.send("card.add", card=card, board="def-3", column="topic", text=name, lang="nl")
    host.send("dots.open", board="def-3", budget=5)
    found = []
    page.goto(f"{server.url}/c/{made.id}/")
    for step in ("def-2", "dis-3", "def-3"):
        host.send("step.start", step=step)
        at(page, step)
        found += wrong_at_any_width(page, step)
    for part in ("step", "road", "people", "more"):
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        open_part(page, part)
        found += wrong_at_any_width(page, f"drawer {part}")
    host.leave()
    assert found == [], "\n".join(found)
