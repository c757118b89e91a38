"""Speed on a phone: `python -m tests.phone.bench [--rounds 3] [--only pages,board,vision]`.

Writes docs/performance-phone.json and the table in docs/performance-phone.md.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.phone import board, vision
from tests.phone.community import HERE, MeasuredCommunity, measured_community
from tests.phone.screen import chromium, share
from tests.server import ROOT, free_port

DOCS = ROOT / "docs"
BEGIN, END = "<!-- figures -->", "<!-- end of the figures -->"
PART = "Onze droom"
Row = tuple[str, str, float, str]


def lighthouse(here: MeasuredCommunity, name: str, url: str) -> dict[str, Any]:
    """Lighthouse's scores and times of one page, in a new Chromium in which the member is signed in."""
    port = free_port()
    arguments = [*ARGUMENTS, f"--remote-debugging-port={port}"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        session = browser.new_browser_cdp_session()
        cookies = [{**one, "sourcePort": here.server.port} for one in here.cookies()]
        session.send("Storage.setCookies", {"cookies": cookies})
        plan = json.dumps({"port": port, "pages": [{"name": name, "url": url}]})
        try:
            done = subprocess.run(
                ["node", str(HERE / "lighthouse.mjs")], input=plan, text=True, capture_output=True,
                timeout=180, check=True,
            )  # fmt: skip
        finally:
            browser.close()
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def pages(here: MeasuredCommunity) -> Iterator[Row]:
    """Lighthouse on the three pages."""
    for name, url in (("join", here.door), ("board", here.room), ("vision", here.vision)):
        found = lighthouse(here, name, url)
        for score in ("performance", "accessibility", "best-practices"):
            reach = "100" if score == "accessibility" else "≥ 95"
            yield f"Lighthouse, {name} page: {score}", "score", found[score], reach
        yield f"Lighthouse, {name} page: largest paint", "ms", found["lcp"], ""
        yield f"Lighthouse, {name} page: blocked", "ms", found["tbt"], ""
        yield f"Lighthouse, {name} page: pushed away", "", found["cls"], ""


def boards(here: MeasuredCommunity) -> Iterator[Row]:
    """The board with 200 cards."""
    with chromium() as browser:
        found = board.measure(browser, here)
    middle = {name: statistics.median(found[name]) for name in ("add", "add_busy", "look")}
    yield "200 cards: own card, from the tap until it is painted, median", "ms", middle["add"], "≤ 80"
    yield "200 cards: the same while ten others add cards", "ms", middle["add_busy"], ""
    yield "200 cards: from the tap on what others wrote until it is painted", "ms", middle["look"], ""
    for view, words in (("write_busy", "writing"), ("look_busy", "looking at all cards")):
        tasks = found[view]
        yield f"200 cards: longest task while ten others add cards, {words}", "ms", tasks["task"], "≤ 50"
        yield f"200 cards: tasks over 50 ms in those 12 s, {words}", "", float(len(tasks["tasks"])), "0"


def visions(here: MeasuredCommunity, where: str, sections: list[str]) -> Iterator[Row]:
    """Typing in the vision."""
    with chromium() as browser:
        found = vision.measure(browser, here, PART, sections)
    for who, words in (("alone", "alone"), ("together", "with ten others")):
        yield f"typing, {where}, {words}: median key", "ms", statistics.median(found[who]), ""
        yield f"typing, {where}, {words}: p98 key", "ms", share(found[who], 0.98), "≤ 50"


def measure(only: list[str]) -> Iterator[Row]:
    """One round of what is asked for, each on a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        if "pages" in only or "board" in only:
            with measured_community(Path(folder) / "a") as here:
                yield from pages(here) if "pages" in only else ()
                yield from boards(here) if "board" in only else ()
        if "vision" in only:
            with measured_community(Path(folder) / "b") as here:
                yield from visions(here, "5,000 words over the parts", list(here.sections.values())[1:8])
            with measured_community(Path(folder) / "c", one_part=True) as here:
                yield from visions(here, "5,000 words in one part", [here.sections[PART]])


def written(figures: list[dict[str, Any]], rounds: int) -> None:
    """Puts the figures in the JSON file and in the page."""
    (DOCS / "performance-phone.json").write_text(
        json.dumps({"rounds": rounds, "figures": figures}, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    lines = [f"Medians of {rounds} rounds.", "", "| work | measured | to reach |", "|---|---:|---:|"]
    lines += [f"| {one['work']} | {one['value']:g} {one['unit']} | {one['reach']} |" for one in figures]
    page = DOCS / "performance-phone.md"
    before, rest = page.read_text("utf-8").split(BEGIN)
    page.write_text(f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}" + rest.split(END)[1], "utf-8")


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often all is measured; medians are kept")
    parser.add_argument("--only", default="pages,board,vision", help="some of pages, board, vision")
    chosen = parser.parse_args()
    values: dict[tuple[str, str, str], list[float]] = {}
    for _ in range(chosen.rounds):
        for work, unit, value, reach in measure(chosen.only.split(",")):
            print(f"{work}: {value:g} {unit}", flush=True)
            values.setdefault((work, unit, reach), []).append(value)
    middle = statistics.median
    figures = [
        {"work": work, "unit": unit, "value": round(middle(found), 2), "reach": reach, "rounds": found}
        for (work, unit, reach), found in values.items()
    ]
    written(figures, chosen.rounds)


if __name__ == "__main__":
    main()
