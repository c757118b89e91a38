"""What work costs as it piles up: a meeting's 1,000th card, a server's 200th community."""

from __future__ import annotations

import json
import statistics
import time
from contextlib import closing
from dataclasses import dataclass

import requests
import websocket

from tests.load.measure import Figure, Notes, run_generator
from tests.load.targets import CARD_TEXT, Target, cpu_seconds, minidorp
from tests.scenario.pages import Facilitator

EARLY_CARD = "growth: acknowledgement around a meeting's 10th card"
LATE_CARD = "growth: acknowledgement around a meeting's 1,000th card"
EARLY_CPU = "growth: server CPU per card around a meeting's 10th"
LATE_CPU = "growth: server CPU per card around a meeting's 1,000th"
FIRST = "growth: the first communities made, joined and given a card"
LATER = "growth: the communities around the 200th made, joined and given a card"
FIRST_CPU = "growth: server CPU for the first communities made, joined and given a card"
LATER_CPU = "growth: server CPU for the communities around the 200th made, joined and given a card"
PEOPLE, SOME = 10, 50
CARDS = 1000
COMMUNITIES, SAMPLE, CARDS_EACH = 200, 15, 5


@dataclass(frozen=True)
class Cost:
    """What one community cost to begin with: milliseconds, and milliseconds of the server's CPU."""

    time: float
    cpu: float


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """One round, Minidorp against its own beginning."""
    return [*_cards(notes), *_communities(notes)]


def _cards(notes: Notes) -> list[Figure]:
    """Cards one after the other on one board with ten people."""
    late = 200 if notes.quick else CARDS
    counts = (SOME, late - SOME - SOME // 2, SOME)
    phases = [{"kind": "sequence", "count": count} for count in counts]
    with minidorp(2, PEOPLE) as target:
        plan = {"url": target.url, "pid": target.pid, "rest": 1000}
        # On another board, so that what is compared is full and empty, not warm and cold.
        run_generator("board", {**plan, "auth": target.groups[0].auth, "phases": phases[:1] * 3})
        found = run_generator("board", {**plan, "auth": target.groups[1].auth, "phases": phases})["phases"]
    # The first cards surround the 10th; nothing that grows has grown by then.
    return [
        Figure(work, "minidorp", PEOPLE, unit, value)
        for time_work, cpu_work, phase in ((EARLY_CARD, EARLY_CPU, found[0]), (LATE_CARD, LATE_CPU, found[2]))
        for work, unit, value in (
            (time_work, "ms", phase["ack"]["median"]), (cpu_work, "ms CPU", phase["cpu"] * 1000 / SOME),
        )
    ]  # fmt: skip


def _communities(notes: Notes) -> list[Figure]:
    """Communities one after the other, on an empty server and on one where many are busy already."""
    sample = 5 if notes.quick else SAMPLE
    with minidorp(0) as target:
        first = _made(target, sample)
    with minidorp(COMMUNITIES - sample, PEOPLE // 2, cards=CARDS_EACH) as target:
        everywhere = [group.auth[0] for group in target.groups]
        run_generator("storm", {"url": target.url, "auth": everywhere, "within": 2, "cards": CARDS_EACH})
        later = _made(target, sample)
    return [
        Figure(work, "minidorp", 1, unit, statistics.median(getattr(cost, what) for cost in some))
        for work, some, unit, what in (
            (FIRST, first, "ms", "time"), (LATER, later, "ms", "time"),
            (FIRST_CPU, first, "ms CPU", "cpu"), (LATER_CPU, later, "ms CPU", "cpu"),
        )
    ]  # fmt: skip


def _made(target: Target, count: int) -> list[Cost]:
    """Let a facilitator make communities in the pages."""
    if target.server is None:
        raise ValueError("only Minidorp has facilitators")
    facilitator = Facilitator(target.server, "noor@voorbeeld.test")
    # What a server needs once (templates, texts) is not what a community costs.
    project = facilitator.project("Samen groot")
    for n in range(3):
        _begin(target, facilitator, project, f"Vooraf {n}")
    return [_begin(target, facilitator, project, f"Buurt {n}") for n in range(count)]


def _begin(target: Target, facilitator: Facilitator, project: str, name: str) -> Cost:
    """Make a community, join it, enter and add a card."""
    cpu, start = cpu_seconds(target.pid), time.perf_counter()
    made = facilitator.community(project, name, "Meer ontmoeten", "Noor")
    joined = requests.post(
        f"{target.url}/api/join", timeout=20,
        json={"code": made.code, "name": "Samira", "role": "parent", "language": "nl"},
    ).json()  # fmt: skip
    with closing(websocket.create_connection(
        f"{target.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket", timeout=20
    )) as line:  # fmt: skip
        _until(line, "0{")
        line.send("40" + json.dumps({"community": made.id, "token": joined["token"]}))
        _until(line, "40")
        card = {"card": "card-0001", "board": "def-1", "column": "arrive", "text": CARD_TEXT.format(1)}
        for number, event, content in ((1, "enter", {"seq": -1}), (2, "card.add", card)):
            line.send(f"42{number}" + json.dumps([event, {"command": f"command-{number}", **content}]))
            answer = _until(line, f"43{number}")
            if '"ok":true' not in answer:
                raise RuntimeError(answer[:300])
    took = time.perf_counter() - start
    return Cost(took * 1000, (cpu_seconds(target.pid) - cpu) * 1000)


def _until(line: websocket.WebSocket, head: str) -> str:
    """The next message that begins so; what comes before it is passed over."""
    while True:
        message = str(line.recv())
        if message.startswith(head):
            return message
