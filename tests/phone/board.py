"""A board with 200 cards on a phone: adding a card, looking at all, staying quick while others add theirs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.phone.community import CARDS, MeasuredCommunity, add_card, people, sentences
from tests.phone.screen import forget, interactions, main_thread, noticed, phone

OWN = 12
LOOKS = 6
OTHERS = 10
EVERY = 2.0
BUSY_SECONDS = 12.0
TAP = ("pointerdown", "pointerup", "click", "touchstart", "touchend", "mousedown", "mouseup")


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


def tap(page: Page, button: str) -> None:
    """A finger on a button; the time after it is for what follows from it."""
    box = page.locator(button).bounding_box()
    assert box
    # Not the locator's own tap: that asks the page what lies under the finger, and is measured along.
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(600)


def share_card(page: Page, text: str) -> list[dict[str, Any]]:
    """Write a card, as one who pastes it, and press the button; what was slow from the press on."""
    page.locator(".composer__text").fill(text)
    page.wait_for_timeout(400)
    forget(page)
    tap(page, "[data-do=share]")
    page.locator(".ask__shared [data-card]", has_text=text).wait_for()
    events, _ = noticed(page)
    tap(page, "[data-do=another]")
    return events


def shared(page: Page, words: str) -> list[float]:
    """For each of a few own cards, from the tap until it is painted (ms)."""
    found = [share_card(page, f"{words} {n}: wij koken samen op dinsdag.") for n in range(OWN)]
    return [ms for events in found for ms in taps(events, 1)]


def looked(page: Page) -> list[float]:
    """From the tap on "what others wrote" until the cards are painted (ms), and back."""
    found: list[float] = []
    for _ in range(LOOKS):
        forget(page)
        tap(page, "[data-do=look]")
        found += taps(noticed(page)[0], 1)
        page.locator("[data-card]").nth(CARDS - 1).wait_for(state="attached")
        tap(page, "[data-do=write]")
    return found


def taps(events: list[dict[str, Any]], made: int) -> list[float]:
    """How long so many taps took until they were painted (ms)."""
    return interactions([one for one in events if one["name"] in TAP], made)


def watched(browser: Browser, page: Page) -> dict[str, Any]:
    """The tasks of the main thread in the next seconds: the long ones, the longest, all together (ms)."""
    page.wait_for_timeout(1_000)
    forget(page)
    browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
    page.wait_for_timeout(BUSY_SECONDS * 1_000)
    tasks = main_thread(browser.stop_tracing())
    _, long = noticed(page)
    lengths = [ms for _, ms in tasks]
    return {"tasks": [one["ms"] for one in long], "task": max(lengths), "ran": sum(lengths)}


def measure(browser: Browser, here: MeasuredCommunity) -> dict[str, Any]:
    """How a board with 200 cards feels, with a processor four times slower.

    Returns:
        `add` and `add_busy`: per own card, from the tap until it is painted (ms), alone and while ten
        others add cards; `look`: per look at all cards, until they are painted; `write_busy` and
        `look_busy`: the tasks while others add cards, in the one view and in the other.
    """
    found: dict[str, Any] = {}
    with phone(browser, here, here.room) as page:
        page.locator(".composer__text").wait_for()
        page.wait_for_timeout(6_000)
        found["add"] = shared(page, "Kaartje")
        found["look"] = looked(page)
        with busy(here, "Drukke buur"):
            found["write_busy"] = watched(browser, page)
            found["add_busy"] = shared(page, "Nog een kaartje")
            tap(page, "[data-do=look]")
            page.locator("[data-card]").nth(CARDS - 1).wait_for(state="attached")
            found["look_busy"] = watched(browser, page)
    return found
