"""Somebody comes to a text with an hour of history: how soon it is there, how many bytes it takes, and
what opening it costs a server that has just started."""

from __future__ import annotations

import atexit
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.load.measure import Figure, Notes, run_generator
from tests.load.targets import SETTINGS, Group, Target, at_rest, data_folder, make_groups, peer
from tests.server import ROOT, Server
from workshop.config import Config
from workshop.container import Container, open_container
from workshop.features.sections.schema import Section
from workshop.vision.store import VisionStore

UPDATES = 60_000
TAIL = 250
"""Updates after the last snapshot: half of what Container lets come before it makes the next."""
WRITERS = 10
COLD = 5
"""Texts that are opened for the first time; what one costs is the mean."""
OTHERS = 10
NEWCOMERS = 25
BATCH = 500
WAIT = "newcomer: until synchronised"
APPLY = "newcomer: until synchronised and read by Yjs in the client"
COST = "newcomer: cold start, server CPU"
BYTES = "newcomer: bytes received against the compact document"
SCRIPTS = {"hocuspocus": "hocuspocus", "y-websocket": "ywebsocket"}


@dataclass(frozen=True)
class History:
    """An hour of typing.

    Attributes:
        path: every update with its length before it.
        compact: bytes of the whole text as one update of a fresh document.
    """

    path: Path
    compact: int

    def updates(self) -> Iterator[bytes]:
        """Every update, in order."""
        data, at = self.path.read_bytes(), 0
        while at < len(data):
            length = int.from_bytes(data[at : at + 4], "little")
            yield data[at + 4 : at + 4 + length]
            at += 4 + length


@cache
def scratch() -> Path:
    """A folder for what is made once in a run of the bench; it goes when the run ends."""
    above = ROOT / "instance"
    above.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-history-", dir=above))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def hour(updates: int) -> History:
    """Make the history, once."""
    path = scratch() / f"history-{updates}.bin"
    plan = {"task": "history", "file": str(path), "updates": updates, "people": WRITERS}
    return History(path, int(run_generator("newcomer", plan)["compact"]))


# ---------------------------------------------------------------------- the same text in each store


@cache
def minidorp_data(updates: int) -> tuple[Path, list[Group]]:
    """An instance folder with `COLD` communities whose first section has the history, and others without.

    The first text goes through the server's own checks, update by update; the others are copies of
    its log. It ends `TAIL` updates after a snapshot.
    """
    folder = scratch() / "minidorp"
    container = open_container(Config(instance=folder, sqlite_synchronous="OFF"))
    groups = make_groups(container, communities=2 * COLD + 1, people=OTHERS + NEWCOMERS)
    full = [(group.community, _first_section(container, group.community)) for group in groups[:COLD]]
    data = list(hour(updates).updates())
    for start in range(0, len(data), BATCH):
        with container.db.begin() as conn:
            for update in data[start : start + BATCH]:
                container.vision.apply(conn, *full[0], update)
    store = VisionStore()
    with container.db.begin() as conn:
        log = store.load(conn, *full[0])
        for place in full[1:]:
            store.compact(conn, *place, log.snapshot or b"")
            for update in log.tail:
                store.append(conn, *place, update)
    container.db.sweep()
    container.db.close()
    return folder, groups


def _first_section(container: Container, community: str) -> str:
    return next(iter(container.ledger.state(community)[Section]))


@contextmanager
def minidorp_with_history(updates: int) -> Iterator[tuple[Target, dict[str, Any]]]:
    """Minidorp just started, and who comes to which text."""
    made, groups = minidorp_data(updates)
    with data_folder() as folder:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        with Server(folder, **SETTINGS) as server:
            at_rest(server.pid)
            people = [
                [{**auth, "member": who} for auth, who in zip(group.auth, group.members, strict=True)]
                for group in groups
            ]
            yield (
                Target("minidorp", "minidorp", server.url, server.pid),
                {
                    "full": [those[0] for those in people[:COLD]],
                    "empty": [those[0] for those in people[COLD:]],
                    "others": people[0][:OTHERS],
                    "newcomers": people[0][OTHERS:],
                },
            )


@contextmanager
def peer_with_history(name: str, updates: int) -> Iterator[tuple[Target, dict[str, Any]]]:
    """A peer just started, and who comes to which text."""
    full = [{"document": f"full-{n}"} for n in range(COLD)]
    people = [{"document": "full-0", "member": f"member-{n}"} for n in range(OTHERS + NEWCOMERS)]
    with data_folder() as folder:
        names = [person["document"] for person in full]
        where = {"file": str(hour(updates).path), "folder": str(folder)}
        run_generator("newcomer", {"task": "fill", **where, "names": names, "tail": TAIL})
        with peer(name, SCRIPTS[name], "--texts", str(folder)) as target:
            yield (
                target,
                {
                    "full": full,
                    "empty": [{"document": f"empty-{n}"} for n in range(COLD + 1)],
                    "others": people[:OTHERS],
                    "newcomers": people[OTHERS:],
                },
            )


# ---------------------------------------------------------------------- measuring


def come(name: str, updates: int) -> dict[str, Any]:
    """Let people come to a text with so many updates, on one server by its name in the table."""
    started = minidorp_with_history(updates) if name == "minidorp" else peer_with_history(name, updates)
    with started as (target, people):
        address = {"kind": target.kind, "url": target.url, "pid": target.pid}
        return run_generator("newcomer", {"task": "come", "target": address, **people})


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """One newcomer after the other on each server; each round begins with another server."""
    updates = (2_000 if notes.quick else UPDATES) + TAIL
    compact = hour(updates).compact
    _explain(updates, compact, notes)
    names = ("minidorp", *SCRIPTS)
    first = round_number % len(names)
    found: list[Figure] = []
    for name in names[first:] + names[:first]:
        result = come(name, updates)
        if result["read"] < compact:
            raise RuntimeError(f"{name} gave {result['read']} bytes of a text of {compact}")
        wait = statistics.median(result["waits"])
        read = statistics.median(a + b for a, b in zip(result["waits"], result["applies"], strict=True))
        cold, size = statistics.mean(result["cold"]), statistics.median(result["bytes"]) / compact
        notes.progress(f"newcomer, {name}: {wait:.1f} ms, cold {cold:.1f} ms CPU, bytes {size:.3f} ×")
        clients = OTHERS + 1
        found += [
            Figure(WAIT, name, clients, "ms", wait),
            Figure(APPLY, name, clients, "ms", read),
            Figure(COST, name, clients, "ms CPU", cold),
            Figure(BYTES, name, clients, "×", size),
        ]
    return found


def _explain(updates: int, compact: int, notes: Notes) -> None:
    notes.say(
        f"Newcomer: a text of {updates:,} updates by {WRITERS} people, kept as each server keeps it:"
        f" a snapshot and the {TAIL} updates after it. {OTHERS} others have it open."
        f" The compact document has {compact:,} bytes."
    )
    notes.say(
        "Newcomer: the time runs from having entered (connected, and allowed in) until the last byte of the"
        " text is there; what Yjs in the client then needs to read it is the same on all sides, and is in the"
        " second line."
    )
    notes.say(
        "Newcomer: cold start is the server's CPU for letting the first person in to a text that nobody"
        f" opened since the server started, less that for an empty text; mean of {COLD} texts, after one"
        " empty text that is not counted. What the peers send to who opens a text includes the cursors of"
        " the others."
    )
