"""The database refuses: locked by somebody else, or the disk is full. Nothing is acknowledged that is
not kept, everybody else is served meanwhile, and afterwards all goes on."""

from __future__ import annotations

import sqlite3
import threading
import time

import requests

from tests.live.client import new_id
from tests.live.liveserver import LiveCommunity


def test_who_only_looks_does_not_wait_for_a_locked_database(community: LiveCommunity) -> None:
    yara, locked = community.join("Yara").connect(), threading.Event()
    answers = []

    def write() -> None:
        card = {"card": new_id(), "board": "dis-2", "column": "story", "text": "Soep"}
        answers.append(yara.ask("card.add", **card))

    other = sqlite3.connect(community.live_server.server.folder / "minidorp.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = threading.Thread(target=write)
    writer.start()
    locked.wait(0.3)
    began = time.monotonic()
    assert requests.get(community.live_server.server.url + "/static/build/manifest.json", timeout=5).ok
    assert time.monotonic() - began < 1 and not answers
    other.execute("ROLLBACK")
    writer.join(10)
    assert answers[0]["ok"]
    community.host.settle()


def test_a_database_that_stays_locked_is_said_so_and_nothing_is_kept(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    other = sqlite3.connect(community.live_server.server.folder / "minidorp.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    card = {"card": new_id(), "board": "dis-2", "column": "story", "text": "Soep"}
    assert yara.refused("card.add", **card) == "server_error"
    other.execute("ROLLBACK")
    assert card["card"] not in yara.read()["collections"]["cards"]
    yara.do("card.add", **card)
    community.host.settle()
