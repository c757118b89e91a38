"""A phone in Chromium with a slow processor, and what it notices: slow events, long tasks."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, PHONE
from tests.phone.community import MeasuredCommunity

SLOWER = 4
"""How many times slower than this machine the phone's processor is."""
SHORTEST = 16
"""Events that took less than this (ms, one frame) are not reported by the browser."""
WATCH = """(() => {
  const seen = globalThis.seen = { events: [], tasks: [] };
  const watch = (type, into, take, more) =>
    new PerformanceObserver((list) => into.push(...list.getEntries().map(take)))
      .observe({ type, buffered: true, ...more });
  watch("event", seen.events, (one) => ({
    name: one.name, start: one.startTime, ms: one.duration, interaction: one.interactionId,
    waited: one.processingStart - one.startTime, ran: one.processingEnd - one.processingStart,
  }), { durationThreshold: 16 });
  watch("longtask", seen.tasks, (one) => ({ start: one.startTime, ms: one.duration }));
})();"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; ended at the end."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        try:
            yield running
        finally:
            running.close()


@contextmanager
def phone(browser: Browser, here: MeasuredCommunity, url: str, slower: float = SLOWER) -> Iterator[Page]:
    """A page on the member's phone, slowed down once it is there; its `seen` holds what it notices."""
    context = browser.new_context(locale="nl-NL", **PHONE)
    context.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": one["url"]} for one in here.cookies()]
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(url)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    try:
        yield page
    finally:
        context.close()


def forget(page: Page) -> None:
    """What was noticed until now does not count."""
    page.wait_for_timeout(500)
    page.evaluate("() => { seen.events.length = 0; seen.tasks.length = 0; }")


def noticed(page: Page) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The slow events and the long tasks since `forget`."""
    page.wait_for_timeout(300)
    seen = page.evaluate("() => JSON.parse(JSON.stringify(seen))")
    return seen["events"], seen["tasks"]


def interactions(events: Sequence[dict[str, Any]], made: int) -> list[float]:
    """How long each of so many interactions took until the next paint (ms), as INP counts them.

    An interaction takes as long as its longest event; one of which nothing was reported took less than
    a frame, and counts as one frame.
    """
    longest: dict[int, float] = {}
    for one in events:
        if one["interaction"]:
            longest[one["interaction"]] = max(longest.get(one["interaction"], 0.0), one["ms"])
    return [*longest.values(), *[float(SHORTEST)] * max(0, made - len(longest))]


def share(values: Sequence[float], part: float) -> float:
    """The value below which a part of all lies (nearest rank); `part` between 0 and 1."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def told(values: Sequence[float]) -> str:
    """Median, p98 and longest in a line."""
    middle, most = statistics.median(values), share(values, 0.98)
    return f"median {middle:.0f}, p98 {most:.0f}, longest {max(values):.0f} ms"


def main_thread(trace: bytes) -> list[tuple[float, float]]:
    """Start and length (ms) of every task on the page's main thread, from a trace."""
    events = json.loads(trace)["traceEvents"]
    named = [one for one in events if one.get("name") == "thread_name"]
    mains = {(one["pid"], one["tid"]) for one in named if one["args"]["name"] == "CrRendererMain"}
    found = []
    for one in events:
        if one.get("ph") == "X" and one["name"].endswith("RunTask") and (one["pid"], one["tid"]) in mains:
            found.append((one["ts"] / 1000, one.get("dur", 0) / 1000))
    return found
