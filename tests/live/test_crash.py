"""The power goes out in the middle of it: what was answered is there, once, and everybody agrees again."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live.client import POLLING, SCHEMA, WEBSOCKET, Device, Offline, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.server import Server

ROUNDS = 3
WORKING_SECONDS = 1.2


class Worker:
    """Somebody who keeps adding cards and typing, and sends again what was not answered.

    Attributes:
        said: the text of every card and paragraph, by what was sent.
        answered: what the server acknowledged.
    """

    def __init__(self, device: Device, section: str, transports: tuple[str, ...]) -> None:
        self.device, self.section, self.transports = device, section, transports
        self.cards: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self.answered: set[str] = set()
        self.unanswered: list[tuple[str, dict[str, Any]]] = []
        self.number = 0

    def work(self, until: threading.Event) -> None:
        """Add cards and type until the connection breaks or it is time."""
        try:
            while not until.is_set():
                self.number += 1
                self.deliver(self.card() if self.number % 2 else self.paragraph())
        except Offline:
            pass

    def card(self) -> tuple[str, dict[str, Any]]:
        """A new card."""
        card, text = new_id(), f"Kaartje {self.number} van {self.device.member}"
        self.cards[card] = text
        fields = {"card": card, "board": "dis-2", "column": "story", "text": text}
        return "card.add", {"command": new_id(), **fields}

    def paragraph(self) -> tuple[str, dict[str, Any]]:
        """A new paragraph, already in this device's own document."""
        text = f"Alinea {self.number} van {self.device.member}"
        self.paragraphs.append(text)
        update = self.device.type(self.section, text)
        fields = {"section": self.section, "schema": SCHEMA, "update": update}
        return "vision.update", {"command": new_id(), **fields}

    def deliver(self, command: tuple[str, dict[str, Any]]) -> None:
        """Send a command; it stays unanswered until it is acknowledged."""
        self.unanswered.append(command)
        answer = self.device.call(*command)
        assert answer["ok"], answer
        self.unanswered.remove(command)
        self.answered.add(command[1]["command"])

    def come_back(self) -> None:
        """Reconnect the same device and send what was not acknowledged, with the same ids."""
        self.device.leave()
        self.device.connect(self.transports)
        waiting, self.unanswered = self.unanswered, []
        for command in waiting:
            self.deliver(command)


After = tuple[LiveCommunity, str, list[Worker]]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[After]:
    """Several power cuts in the middle of the work of six people; everybody came back by themselves."""
    with Server(tmp_path_factory.mktemp("crash"), **LiveServer.SETTINGS) as server:
        community = LiveServer(server).community()
        section = community.section()
        kinds = [WEBSOCKET, WEBSOCKET, POLLING, WEBSOCKET, POLLING]
        workers = [Worker(community.join(f"Mens {n}"), section, kind) for n, kind in enumerate(kinds)]
        for worker in workers:
            worker.device.connect(worker.transports)
            worker.device.open_section(section)
        community.host.open_section(section)
        for _ in range(ROUNDS):
            crash(server, community, workers)
        yield community, section, workers
        community.leave()


def crash(server: Server, community: LiveCommunity, workers: list[Worker]) -> None:
    """Kill the server while everybody works; start it; everybody comes back."""
    over = threading.Event()
    threads = [threading.Thread(target=worker.work, args=(over,)) for worker in workers]
    for thread in threads:
        thread.start()
    time.sleep(WORKING_SECONDS + random.random() / 2)
    server.kill()
    over.set()
    for thread in threads:
        thread.join()
    server.start()
    for worker in workers:
        worker.come_back()
    community.host.leave()
    community.host.connect()


def test_much_was_answered_before_the_power_went_out(after: After) -> None:
    assert all(len(worker.answered) > 2 * ROUNDS for worker in after[2])


def test_every_card_is_there_exactly_once(after: After) -> None:
    community, _, workers = after
    expected = {card: text for worker in workers for card, text in worker.cards.items()}
    cards = community.host.read()["collections"]["cards"]
    assert {card["id"]: card["text"] for card in cards.values()} == expected


def test_every_paragraph_is_there_exactly_once(after: After) -> None:
    community, section, workers = after
    expected = sorted(text for worker in workers for text in worker.paragraphs)
    fresh = community.join("Laatkomer").connect()
    fresh.open_section(section)
    assert sorted(fresh.text(section)) == expected


def test_all_devices_agree_with_a_fresh_read_without_a_reload(
    after: After,
) -> None:
    community, section, workers = after
    for device in [worker.device for worker in workers] + [community.host]:
        device.settle()
        device.until(lambda one: one.text(section) == community.host.text(section))
    fresh = community.join("Nog later").connect()
    fresh.open_section(section)
    assert fresh.text(section) == community.host.text(section)


def test_what_was_answered_is_not_carried_out_again_after_all_of_it(
    after: After,
) -> None:
    community, _, workers = after
    before = community.host.read()
    for worker in workers:
        card, text = next(iter(worker.cards.items()))
        answer = worker.device.ask("card.add", card=card, board="dis-2", column="story", text=text)
        assert answer["error"]["code"] == "exists"
    assert community.host.read() == before


def test_a_server_that_is_killed_while_it_starts_starts_again(tmp_path: Path) -> None:
    server = Server(tmp_path, **LiveServer.SETTINGS)
    with server:
        community = LiveServer(server).community()
        card = community.host.add_card("Voor de stroom uitviel")
        community.leave()
        for seconds in (0.3, 0.9):
            server.kill()
            starting = threading.Thread(target=_start, args=(server,))
            starting.start()
            time.sleep(seconds)
            server.kill()
            starting.join()
        server.start()
        assert community.host.connect().state["cards"][card]["text"] == "Voor de stroom uitviel"
        community.leave()


def _start(server: Server) -> None:
    with contextlib.suppress(RuntimeError, AttributeError):
        server.start()
