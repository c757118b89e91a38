"""Typing on a phone in a vision of 5,000 words while ten others type."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from tests.phone.community import MeasuredCommunity, typing
from tests.phone.screen import forget, interactions, main_thread, noticed, phone

KEYS = 60
EVERY_MS = 180
WORDS = "wij maken tijd voor elkaar en wie nieuw is vragen wij mee "
IN_THE_MIDDLE = """() => {
  const root = document.querySelector(".ProseMirror");
  const blocks = root.querySelectorAll("p");
  const block = blocks[Math.floor(blocks.length / 2)];
  block.scrollIntoView({ block: "center" });
  root.focus();
  const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().collapse(text, 12);
}"""


def begin(page: Page) -> None:
    """To writing, in the second part's middle paragraph."""
    page.get_by_role("button", name="Schrijven").click()
    page.locator(".ProseMirror[role=textbox]").first.wait_for()


def go_to(page: Page, heading: str) -> None:
    """To a part, by the list of parts."""
    page.locator(".vision__parts > summary").click()
    page.get_by_role("button", name=heading, exact=True).first.click()
    page.locator(".ProseMirror[role=textbox] p").first.wait_for()


def measure(browser: Browser, here: MeasuredCommunity, heading: str, sections: list[str]) -> dict[str, Any]:
    """How typing feels, with a processor four times slower.

    Args:
        browser: a running Chromium.
        here: where the vision is.
        heading: of the part in which the member types.
        sections: where the ten others type.

    Returns:
        `alone` and `together`: per key until it is painted (ms); `tasks`: of over 50 ms while others
        type (ms); `task`: the longest task (ms).
    """
    with phone(browser, here, here.vision) as page:
        begin(page)
        go_to(page, heading)
        page.wait_for_timeout(3_000)
        page.evaluate(IN_THE_MIDDLE)
        forget(page)
        alone = typed(page)
        with typing(here, sections):
            page.wait_for_timeout(2_000)
            forget(page)
            browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
            page.wait_for_timeout(5_000)
            tasks = main_thread(browser.stop_tracing())
            forget(page)
            together = typed(page)
            _, long = noticed(page)
        words = page.evaluate("() => document.querySelector('.ProseMirror').textContent.split(/\\s+/).length")
    return {
        "alone": alone, "together": together, "tasks": [one["ms"] for one in long],
        "task": max(ms for _, ms in tasks), "ran": sum(ms for _, ms in tasks), "words": words,
    }  # fmt: skip


def typed(page: Page) -> list[float]:
    """Types at an ordinary pace; how long each key took until its letter was painted (ms)."""
    for n in range(KEYS):
        page.keyboard.press(WORDS[n % len(WORDS)].replace(" ", "Space"))
        page.wait_for_timeout(EVERY_MS)
    events, _ = noticed(page)
    return interactions(events, KEYS)
