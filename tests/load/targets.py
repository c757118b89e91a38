"""The servers that are measured: Container as it is shipped, and the peers, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from tests.load.measure import HERE
from tests.server import ROOT, Server, free_port
from workshop.accounts import projects
from workshop.accounts.communities import Newcomer
from workshop.config import Config
from workshop.container import Container, open_container
from workshop.core.context import Context
from workshop.core.schema import Fact
from workshop.features.cards.schema import CardAdd
from workshop.features.community.decide import community_of
from workshop.features.community.schema import CommunityEdited
from workshop.features.members.schema import Role

TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 20.0
STEP = "def-2"
"""The step whose board takes the cards; its column is `missing`."""
CARD_TEXT = "Een plek ~{}~ waar je binnen kunt lopen met je kind"
"""A typical card; peers/board.mjs fills its tables with the same. Its number stands between tildes."""
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
        server: Container only: its log, with the one-time link for a facilitator.
    """

    name: str
    kind: str
    url: str
    pid: int
    groups: list[Group] = field(default_factory=list)
    server: Server | None = None


# ---------------------------------------------------------------------- Container


def make_groups(container: Container, communities: int, people: int, cards: int = 0) -> list[Group]:
    """Make communities with members through the project's own services, before the server starts.

    Args:
        container: opened on the server's instance folder.
        communities: how many.
        people: members of each.
        cards: on each board.
    """
    project = projects.create(container.db, None, "Meten", "Gemeente Voorbeeldstad", "", "")
    return [_make_group(container, project, f"Buurt {n + 1}", people, cards) for n in range(communities)]


def _make_group(container: Container, project: str, name: str, people: int, cards: int) -> Group:
    community = container.communities.create(project, name, "nl", "Meer ontmoeten")
    container.ledger.record(community, _start)
    place = container.communities.place(community)
    if place is None:
        raise RuntimeError("a community that was made is not there")
    admissions = [
        container.communities.join(place, Newcomer(f"Buur {n + 1}", ROLES[n % len(ROLES)], None, "nl"))
        for n in range(people)
    ]
    for n in range(cards):
        command = CardAdd(
            command=f"command-{n}",
            card=f"card-{n:08}",
            board=STEP,
            column="missing",
            text=CARD_TEXT.format(n),
        )
        container.ledger.carry_out(community, admissions[n % people].member, command)
    auth = [{"community": community, "token": one.token, "language": "nl"} for one in admissions]
    return Group(community, auth, [one.member for one in admissions])


def _start(room: Context) -> list[Fact]:
    community = community_of(room.state)
    visited = list(dict.fromkeys([*community.visited, STEP]))
    return [CommunityEdited(community=replace(community, step=STEP, visited=visited))]


@contextmanager
def minidorp(communities: int = 1, people: int = 300, cards: int = 0, **settings: str) -> Iterator[Target]:
    """Minidorp as it is shipped (`python app.py`), with communities that have members.

    Args:
        communities: how many are made beforehand, each with a board that takes cards (`STEP`).
        people: members of each.
        cards: on each board.
        settings: environment variables on top of `SETTINGS`.
    """
    with data_folder() as folder:
        # Only making the members goes unsafely fast; the server that is measured commits in full.
        container = open_container(Config(instance=folder, sqlite_synchronous="OFF"))
        groups = make_groups(container, communities, people, cards)
        container.db.sweep()
        container.db.close()
        with Server(folder, **{**SETTINGS, **settings}) as server:
            at_rest(server.pid)
            yield Target("minidorp", "minidorp", server.url, server.pid, groups, server)


# ---------------------------------------------------------------------- peers


@contextmanager
def peer(
    name: str, script: str, *arguments: str, kind: str = "", groups: Sequence[Group] = ()
) -> Iterator[Target]:
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
        path = HERE / "peers" / f"{script}.mjs"
        command = ["node", "--expose-gc", str(path), "--port", str(port), "--data", str(folder)]
        log_path = folder / "peer.log"
        with log_path.open("wb") as log:
            process = subprocess.Popen(
                [*command, *arguments], cwd=HERE, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "NODE_ENV": "production"},
            )  # fmt: skip
        try:
            _wait_ready(process, log_path)
            at_rest(process.pid)
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
def board_target(name: str, groups: int = 1, people: int = 300, cards: int = 0) -> Iterator[Target]:
    """Minidorp or a board peer, by its name in the table."""
    made = minidorp(groups, people, cards) if name == "minidorp" else board_peer(name, groups, people, cards)
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
    """CPU time a process has used, user and system, all its threads.

    From /proc/PID/task/*/schedstat (nanoseconds); from /proc/PID/stat (the clock's ticks) where the
    kernel keeps no scheduler statistics.
    """
    try:
        spent = [path.read_text().split()[0] for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
        if sum(map(int, spent)):
            return sum(map(int, spent)) / 1e9
    except OSError:
        pass
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def at_rest(pid: int) -> None:
    """Wait until a server that started has done what it does afterwards, such as reading word lists.

    Raises:
        RuntimeError: it is still busy after `START_SECONDS`.
    """
    deadline = time.monotonic() + START_SECONDS
    before = cpu_seconds(pid)
    while time.monotonic() < deadline:
        time.sleep(0.25)
        now = cpu_seconds(pid)
        if now - before < 0.01:
            return
        before = now
    raise RuntimeError("the server does not come to rest")


def memory_kib(pid: int) -> float:
    """Memory of a process in KiB that holds data: anonymous pages, from /proc/PID/smaps_rollup.

    The pages of its program are left out: they are shared with every process of the same program,
    the load generator too, and a share of them would change with who else runs.
    """
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Anonymous:"):
            return float(line.split()[1])
    raise RuntimeError("the kernel does not tell how much memory a process has")


def settled_memory_kib(target: Target) -> float:
    """Memory of a server at rest, in KiB. A board peer is asked to collect its garbage first, since
    Node would leave it where it is; Container is taken as it is."""
    # Twice: what it gives back goes a moment later.
    for _ in range(2):
        if target.name in BOARD_PEERS:
            os.kill(target.pid, signal.SIGUSR2)
        time.sleep(1)
    return memory_kib(target.pid)


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
        "processor": model,
        "cores": os.cpu_count() or 0,
        "system": f"{system.sysname} {system.release}",
        "python": ".".join(map(str, sys.version_info[:3])),
        "node": node,
        **versions,
    }
