"""A board with 200 cards on a phone: adding a card, and staying quick while others add theirs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.phone.community import MeasuredCommunity, add_card, people, sentences
from tests.phone.screen import forget, interactions, main_thread, noticed, phone

OWN = 12
OTHERS = 10
EVERY = 2.0
BUSY_SECONDS = 12.0


@contextmanager
def busy(here: MeasuredCommunity, names: str, others: int = OTHERS, every: float = EVERY) -> Iterator[None]:
    """Others add cards, each one every so many seconds, until the block ends."""
    over = threading.Event()
    who = [people(here, f"{names} {n}", "parent") for n in range(others)]
    lines = sentences()

    def write() -> None:
        n = 0
        while not over.wait(every / others):
            add_card(who[n % others], next(lines))
            n += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        for one in who:
            one.leave()


def share_card(page: Page, text: str) -> None:
    """Write a card, as one who pastes it, and press the button."""
    if page.locator("[data-do=another]").count():
        page.locator("[data-do=another]").tap()
    page.locator(".composer__text").fill(text)
    page.wait_for_timeout(400)
    box = page.locator("[data-do=share]").bounding_box()
    assert box
    # Not the locator's own tap: that asks the page what lies under the finger, and is measured along.
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(600)


def measure(browser: Browser, here: MeasuredCommunity, trace: bool = False) -> dict[str, Any]:
    """How a board with 200 cards feels, with a processor four times slower.

    Returns:
        `add` and `add_busy`: per own card, from the tap until it is painted (ms), alone and while ten
        others add cards; `tasks`: tasks of over 50 ms (ms) while they do; `task`: the longest task (ms).
    """
    with phone(browser, here, here.room) as page:
        page.locator("[data-card]").nth(199).wait_for(state="attached")
        page.wait_for_timeout(6_000)
        forget(page)
        for n in range(OWN):
            share_card(page, f"Kaartje {n}: wij koken samen op dinsdag.")
        alone, _ = noticed(page)
        with busy(here, "Drukke buur"):
            page.wait_for_timeout(1_000)
            forget(page)
            browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
            page.wait_for_timeout(BUSY_SECONDS * 1_000)
            tasks = main_thread(browser.stop_tracing())
            _, long = noticed(page)
            forget(page)
            for n in range(OWN):
                share_card(page, f"Nog een kaartje {n}: soep voor iedereen.")
            together, long_own = noticed(page)
    return {
        "add": interactions([one for one in alone if one["name"] in TAP], OWN),
        "add_busy": interactions([one for one in together if one["name"] in TAP], OWN),
        "tasks": [one["ms"] for one in long], "tasks_own": [one["ms"] for one in long_own],
        "task": max(ms for _, ms in tasks), "ran": sum(ms for _, ms in tasks),
    }  # fmt: skip


TAP = ("pointerdown", "pointerup", "click", "touchstart", "touchend", "mousedown", "mouseup")
