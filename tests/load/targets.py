"""The servers that are measured: Minidorp as it is shipped, and the peers, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.load.measure import HERE
from tests.server import ROOT, Server, free_port
from workshop import projects
from workshop.communities import Newcomer
from workshop.config import Config
from workshop.entities import Role
from workshop.house import Minidorp, open_house
from workshop.room import Room

TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 20.0
ROLES: tuple[Role, ...] = ("parent", "parent", "professional", "guest")
SETTINGS = {
    "MINIDORP_DEMO": "off",
    # The load comes from few connections at a time; how often one person may send is not what is measured.
    "MINIDORP_COMMANDS_PER_SECOND": "100000",
    "MINIDORP_RATE_JOIN": "1000000/minute",
}


@dataclass(frozen=True)
class Group:
    """A community (a peer's room) and how its members show who they are.

    Attributes:
        community: its id.
        auth: what each member sends when connecting.
        members: Minidorp's member ids in the same order; empty for a peer.
    """

    community: str
    auth: list[dict[str, str]]
    members: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Target:
    """A running server.

    Attributes:
        name: as it stands in the table.
        kind: `minidorp`, `socketio`, `floor`, `hocuspocus` …
        url: its address, `http://` or `ws://`, without a slash at the end.
        pid: its process.
        groups: communities made beforehand.
    """

    name: str
    kind: str
    url: str
    pid: int
    groups: list[Group] = field(default_factory=list)


# ---------------------------------------------------------------------- Minidorp


def make_groups(
    house: Minidorp, communities: int, people: int, step: str = "def-2"
) -> list[Group]:
    """Make communities with members through the project's own services, before the server starts.

    Args:
        house: opened on the server's instance folder.
        communities: how many.
        people: members of each.
        step: the step whose board takes cards.
    """
    project = projects.create(house.db, None, "Meten", "Gemeente Voorbeeldstad", "", "")
    return [_make_group(house, project, f"Buurt {number + 1}", people, step) for number in range(communities)]


def _make_group(house: Minidorp, project: str, name: str, people: int, step: str) -> Group:
    community = house.communities.create(project, name, "nl", "Meer ontmoeten")
    house.ledger.record(community, lambda room: _start(room, step))
    place = house.communities.place(community)
    if place is None:
        raise RuntimeError("a community that was made is not there")
    admissions = [
        house.communities.join(place, Newcomer(f"Buur {n + 1}", ROLES[n % len(ROLES)], None, "nl"))
        for n in range(people)
    ]
    auth = [{"community": community, "token": one.token, "language": "nl"} for one in admissions]
    return Group(community, auth, [one.member for one in admissions])


def _start(room: Room, step: str) -> list[Any]:
    from msgspec.structs import replace

    from workshop.events import CommunityEdited

    community = room.state.community
    visited = list(dict.fromkeys([*community.visited, step]))
    return [CommunityEdited(community=replace(community, step=step, visited=visited))]


@contextmanager
def minidorp(communities: int = 1, people: int = 300, **settings: str) -> Iterator[Target]:
    """Minidorp as it is shipped (`python app.py`), with communities that have members.

    Args:
        communities: how many are made beforehand, each with a board that takes cards (`def-2`, `missing`).
        people: members of each.
        settings: environment variables on top of `SETTINGS`.
    """
    with data_folder() as folder:
        # Only making the members goes unsafely fast; the server that is measured commits in full.
        house = open_house(Config(instance=folder, sqlite_synchronous="OFF"))
        groups = make_groups(house, communities, people)
        house.db.sweep()
        house.db.close()
        with Server(folder, **{**SETTINGS, **settings}) as server:
            yield Target("minidorp", "minidorp", server.url, server.pid, groups)


# ---------------------------------------------------------------------- peers


@contextmanager
def peer(name: str, script: str, *arguments: str, kind: str = "", groups: Sequence[Group] = ()) -> Iterator[Target]:
    """A peer: `node peers/<script>.mjs --port N --data FOLDER …`, which prints `ready` when it listens.

    Args:
        name: as it stands in the table.
        script: the file's name without `.mjs`.
        arguments: on top of port and folder.
        kind: of the target; the script's name when not given.
        groups: rooms with what their members send.
    """
    port = free_port()
    with data_folder() as folder:
        command = ["node", str(HERE / "peers" / f"{script}.mjs"), "--port", str(port), "--data", str(folder)]
        log_path = folder / "peer.log"
        with log_path.open("wb") as log:
            process = subprocess.Popen(
                [*command, *arguments], cwd=HERE, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "NODE_ENV": "production"},
            )  # fmt: skip
        try:
            _wait_ready(process, log_path)
            yield Target(name, kind or script, f"http://127.0.0.1:{port}", process.pid, list(groups))
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)


def _wait_ready(process: subprocess.Popen[bytes], log_path: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while "ready" not in log_path.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The peer did not start:\n{log_path.read_text(errors='replace')}")
        time.sleep(0.02)


BOARD_PEERS = {"socketio": "plain", "socketio-tuned": "tuned", "ws-floor": "floor"}


@contextmanager
def board_peer(name: str, rooms: int = 1, people: int = 300, cards: int = 0) -> Iterator[Target]:
    """One of `BOARD_PEERS`, with rooms that have members, and cards when asked for."""
    groups = [
        Group(f"room-{n}", [{"community": f"room-{n}", "token": f"room-{n}-{m}"} for m in range(people)])
        for n in range(rooms)
    ]
    numbers = ("--rooms", str(rooms), "--people", str(people), "--cards", str(cards))
    with peer(name, "board", "--mode", BOARD_PEERS[name], *numbers, kind=name, groups=groups) as target:
        yield target


@contextmanager
def board_target(name: str, groups: int = 1, people: int = 300) -> Iterator[Target]:
    """Minidorp or a board peer, by its name in the table."""
    made = minidorp(groups, people) if name == "minidorp" else board_peer(name, groups, people)
    with made as target:
        yield target


# ---------------------------------------------------------------------- what they use


@contextmanager
def data_folder() -> Iterator[Path]:
    """A folder on the disk where instances live (never a memory disk), thrown away afterwards."""
    above = ROOT / "instance"
    above.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=above))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used, user and system, all its threads; from /proc/PID/stat."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_kib(pid: int) -> float:
    """Memory of a process in KiB: its proportional share (PSS), from /proc/PID/smaps_rollup."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return float(line.split()[1])
    raise RuntimeError("the kernel tells no PSS")


def machine() -> dict[str, str | int]:
    """What the figures were measured on: processor, cores, kernel, versions."""
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), "",
    )  # fmt: skip
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    system = os.uname()
    packages = json.loads((HERE / "package.json").read_text())["dependencies"]
    versions = {name: str(version) for name, version in packages.items()}
    return {
        "processor": model, "cores": os.cpu_count() or 0, "system": f"{system.sysname} {system.release}",
        "python": ".".join(map(str, __import__("sys").version_info[:3])), "node": node, **versions,
    }
